// What `electron FOLDER` needs in a runtime that came without Electron's own default app: it loads the modules named
// with -r, gives the app the folder's name and version, and runs its main file. It is never part of a release.
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const { preloaded, target } = readArguments(process.argv.slice(1));
for (const file of preloaded) require(path.resolve(file));

if (!target) {
  process.stderr.write('Name the folder of the app: electron FOLDER\n');
  app.exit(1);
} else {
  runApp(path.resolve(target));
}

function readArguments(args) {
  const preloaded = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') preloaded.push(args[++index]);
    else if (!arg.startsWith('-')) return { preloaded, target: arg };
  }
  return { preloaded, target: undefined };
}

function runApp(target) {
  const isFolder = fs.statSync(target).isDirectory();
  if (isFolder) {
    const about = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
    app.setAppPath(target);
    app.setName(about.productName || about.name);
    app.setVersion(about.version);
    require(path.join(target, about.main || 'index.js'));
  } else {
    app.setAppPath(path.dirname(target));
    require(target);
  }
}
