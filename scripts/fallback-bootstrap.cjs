// Stands in the fallback runtime where Electron has its default application: `electron <folder>` starts that folder.
const path = require('node:path');
const { app } = require('electron');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('usage: electron <application folder>\n');
  process.exit(2);
}
const root = path.resolve(folder);
const manifest = require(path.join(root, 'package.json'));

app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version ?? '0.0.0');
app.setAppPath(root);
// The executable's name makes it look like a packed application.
Object.defineProperty(app, 'isPackaged', { value: false });
require(path.join(root, manifest.main));
