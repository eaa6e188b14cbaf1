// The page around the worker: the file comes through its input, the answer stands in the title.
const input = document.querySelector('input');
input?.addEventListener('change', () => {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => {
    document.title = JSON.stringify(data);
  });
  worker.addEventListener('error', ({ message }) => {
    document.title = JSON.stringify({ failure: message });
  });
  worker.postMessage({ reader: location.hash.slice(1).replaceAll('-of-', ' '), file: input.files?.[0] });
});
