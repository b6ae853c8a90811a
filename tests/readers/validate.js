// validate.js FILE.glb ...: what Khronos' glTF validator says, one JSON object per file and line.
const fs = require('fs');
const validator = require('gltf-validator');

(async () => {
  for (const file of process.argv.slice(2)) {
    const report = await validator.validateBytes(new Uint8Array(fs.readFileSync(file)), { maxIssues: 20 });
    const { numErrors, numWarnings, numInfos, numHints, messages } = report.issues;
    console.log(JSON.stringify({ file, errors: numErrors, warnings: numWarnings, infos: numInfos, hints: numHints,
                                 messages: messages.slice(0, 5) }));
  }
})().catch((failure) => { console.error(String(failure)); process.exit(1); });
