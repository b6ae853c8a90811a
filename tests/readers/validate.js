// validate.js FILE.glb ...: what Khronos' glTF validator says, one JSON object per file and line. Left out is what it says for not
// knowing an extension: that it does not, and that what only the extension uses is unused.
const fs = require('fs');
const validator = require('gltf-validator');

const UNKNOWN = { ignoredIssues: ['UNSUPPORTED_EXTENSION'], maxIssues: 0 };
const SEVERITIES = ['errors', 'warnings', 'infos', 'hints'];

// Where in the document stand the accessors that GPU instances alone use.
function placesOfCopies(bytes) {
  const document = JSON.parse(bytes.subarray(20, 20 + bytes.readUInt32LE(12)));
  const used = (document.nodes ?? []).flatMap((node) => Object.values(node.extensions?.EXT_mesh_gpu_instancing?.attributes ?? {}));
  return new Set(used.map((accessor) => `/accessors/${accessor}`));
}

(async () => {
  for (const file of process.argv.slice(2)) {
    const bytes = fs.readFileSync(file), copies = placesOfCopies(bytes);
    const report = await validator.validateBytes(new Uint8Array(bytes), UNKNOWN);
    const messages = report.issues.messages.filter((m) => !(m.code === 'UNUSED_OBJECT' && copies.has(m.pointer)));
    const counts = SEVERITIES.map((name, severity) => [name, messages.filter((m) => m.severity === severity).length]);
    console.log(JSON.stringify({ file, ...Object.fromEntries(counts), messages: messages.slice(0, 5) }));
  }
})().catch((failure) => { console.error(String(failure)); process.exit(1); });
