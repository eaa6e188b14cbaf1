// Takes out of the packaged app what only development needs: the part that answers `electron FOLDER`.
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** @param {import('electron-builder').AfterPackContext} context */
exports.default = async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
};
