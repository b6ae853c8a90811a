// transform.mjs FILE.glb ...: what glTF-Transform's own reader finds in each file, one JSON object per file and line: counts, what is
// drawn with all copies (GPU instances among them), the bounds to the last vertex; and what Khronos' validator says of the
// file that glTF-Transform then writes of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Logger, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';

const validator = createRequire(import.meta.url)('gltf-validator');
const said = [];
const note = (text) => { if (!text.startsWith('Missing optional extension')) said.push(text); };

// The matrix of a node, column by column, of translation, rotation and scale.
function compose([x, y, z], [qx, qy, qz, qw], [sx, sy, sz]) {
  return [(1 - 2 * (qy * qy + qz * qz)) * sx, 2 * (qx * qy + qz * qw) * sx, 2 * (qx * qz - qy * qw) * sx, 0,
          2 * (qx * qy - qz * qw) * sy, (1 - 2 * (qx * qx + qz * qz)) * sy, 2 * (qy * qz + qx * qw) * sy, 0,
          2 * (qx * qz + qy * qw) * sz, 2 * (qy * qz - qx * qw) * sz, (1 - 2 * (qx * qx + qy * qy)) * sz, 0, x, y, z, 1];
}

function product(a, b) {
  return Array.from({ length: 16 }, (_, i) => [0, 1, 2, 3].reduce((sum, k) => sum + a[k * 4 + i % 4] * b[(i >> 2) * 4 + k], 0));
}

// Where each copy of a node's mesh stands in the world.
function copies(node) {
  const world = node.getWorldMatrix(), batch = node.getExtension('EXT_mesh_gpu_instancing');
  if (!batch) return [world];
  const part = (name, i, otherwise) => batch.getAttribute(name)?.getElement(i, []) ?? otherwise;
  return Array.from({ length: batch.listAttributes()[0].getCount() }, (_, i) => product(world,
    compose(part('TRANSLATION', i, [0, 0, 0]), part('ROTATION', i, [0, 0, 0, 1]), part('SCALE', i, [1, 1, 1]))));
}

// The corners of the hull's box would overshoot for turned copies, so every different point counts.
function points(mesh) {
  const different = new Map();
  for (const primitive of mesh.listPrimitives()) {
    const positions = primitive.getAttribute('POSITION');
    for (let i = 0; i < positions.getCount(); ++i) {
      const point = positions.getElement(i, []);
      different.set(point.join(), point);
    }
  }
  return [...different.values()];
}

function triangles(mesh) {
  return mesh.listPrimitives().reduce((sum, p) => sum + (p.getIndices() ?? p.getAttribute('POSITION')).getCount() / 3, 0);
}

// Of the default scene; what else the file holds (levels of detail) is for those who know its extension.
function inspect(root) {
  const nodes = [];
  root.getDefaultScene().traverse((node) => nodes.push(node));
  const meshes = [...new Set(nodes.map((node) => node.getMesh()).filter(Boolean))];
  const about = { nodes: nodes.length, meshes: meshes.length, materials: root.listMaterials().length,
                  textures: root.listTextures().length, extensions: root.listExtensionsUsed().map((e) => e.extensionName),
                  triangles: meshes.reduce((sum, mesh) => sum + triangles(mesh), 0),
                  copies: 0, drawn: 0, low: [1e30, 1e30, 1e30], high: [-1e30, -1e30, -1e30] };
  const known = new Map();
  for (const node of nodes) {
    const mesh = node.getMesh();
    if (!mesh) continue;
    if (!known.has(mesh)) known.set(mesh, points(mesh));
    for (const m of copies(node)) {
      ++about.copies;
      about.drawn += triangles(mesh);
      for (const [x, y, z] of known.get(mesh)) {
        for (let axis = 0; axis < 3; ++axis) {
          const at = m[axis] * x + m[4 + axis] * y + m[8 + axis] * z + m[12 + axis];
          if (at < about.low[axis]) about.low[axis] = at;
          if (at > about.high[axis]) about.high[axis] = at;
        }
      }
    }
  }
  return about;
}

await MeshoptDecoder.ready;
await MeshoptEncoder.ready;
const io = new NodeIO().setLogger({ ...new Logger(Logger.Verbosity.WARN), debug() {}, info() {}, warn: note, error: note })
  .registerExtensions(ALL_EXTENSIONS)
  .registerDependencies({ 'meshopt.decoder': MeshoptDecoder, 'meshopt.encoder': MeshoptEncoder });
for (const file of process.argv.slice(2)) {
  const document = await io.readBinary(new Uint8Array(readFileSync(file)));
  const about = inspect(document.getRoot());
  const again = await validator.validateBytes(await io.writeBinary(document), { maxIssues: 20 });
  console.log(JSON.stringify({ file, ...about, errors: again.issues.numErrors, said: said.splice(0) }));
}
