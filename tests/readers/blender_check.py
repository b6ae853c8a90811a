"""Runs inside Blender: imports each GLB and prints what it then holds, one JSON object per file and line after `BLENDER `.

    blender -b --factory-startup --python blender_check.py -- [--pictures FOLDER] FILE.glb ...

--pictures also draws each scene with Cycles, from the air and from the spawn at eye height.
"""
import json
import math
import os
import sys

import bpy
import numpy
from mathutils import Vector

if "bool" not in vars(numpy):
    numpy.bool = bool  # Debian 12 ships a Blender that asks its NumPy for a name which that has dropped

SIZE = (960, 720)
EYE = 1.7  # metres
SAMPLES = 24


def gltf_axes(point):
    """Blender's Z up as glTF's Y up."""
    return [point[0], point[2], -point[1]]


def bounds():
    low, high = numpy.full(3, 1e30), numpy.full(3, -1e30)
    hulls = {}
    for thing in bpy.data.objects:
        if thing.type != "MESH" or not len(thing.data.vertices):
            continue
        if thing.data.name not in hulls:
            points = numpy.empty(len(thing.data.vertices) * 3, numpy.float32)
            thing.data.vertices.foreach_get("co", points)
            hulls[thing.data.name] = points.reshape(-1, 3).astype(float)
        matrix = numpy.array(thing.matrix_world)
        points = hulls[thing.data.name] @ matrix[:3, :3].T + matrix[:3, 3]
        low, high = numpy.minimum(low, points.min(axis=0)), numpy.maximum(high, points.max(axis=0))
    corners = [gltf_axes(low), gltf_axes(high)]
    return [min(c) for c in zip(*corners)], [max(c) for c in zip(*corners)]


def base_colour(material):
    """"picture", "colour", or None where Blender would draw the material plain grey."""
    shader = material.node_tree.nodes.get("Principled BSDF") if material.use_nodes else None
    if shader is None:
        return None
    colour = shader.inputs["Base Color"]
    if not colour.is_linked:
        return "colour"
    pictures = [n for n in material.node_tree.nodes if n.type == "TEX_IMAGE" and n.image and n.image.size[0] > 0]
    return "picture" if pictures else None


def look(camera, eye, target):
    camera.location = eye
    camera.rotation_euler = (Vector(target) - Vector(eye)).to_track_quat("-Z", "Y").to_euler()


def draw(name, folder):
    scene = bpy.context.scene
    scene.render.engine, scene.cycles.samples, scene.cycles.use_denoising = "CYCLES", SAMPLES, False
    scene.render.resolution_x, scene.render.resolution_y = SIZE
    scene.view_settings.view_transform = "Standard"
    world = scene.world = bpy.data.worlds.new("sky")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.55, 0.7, 0.9, 1)
    camera = bpy.data.objects.new("check camera", bpy.data.cameras.new("check camera"))
    scene.collection.objects.link(camera)
    scene.camera = camera
    camera.data.clip_end = 20000
    low, high = bounds()
    middle, reach = [(a + b) / 2 for a, b in zip(low, high)], max(high[0] - low[0], high[2] - low[2])
    look(camera, (middle[0] + reach * 0.75, -middle[2] - reach * 0.75, middle[1] + reach * 0.7), (middle[0], -middle[2], 0))
    pictures = [("iso", 40)]
    spawn = bpy.data.objects.get("Spawn")
    for view, angle in pictures + ([("walk", 70)] if spawn else []):
        camera.data.angle = math.radians(angle)
        if view == "walk":
            eye = spawn.matrix_world.translation + Vector((0, 0, EYE))
            look(camera, eye, eye + spawn.matrix_world.to_3x3() @ Vector((0, -1, 0)))  # glTF's +Z
        scene.render.filepath = os.path.join(folder, f"{name}-blender-{view}.png")
        bpy.ops.render.render(write_still=True)


def main(arguments):
    folder = None
    if arguments[:1] == ["--pictures"]:
        folder, arguments = arguments[1], arguments[2:]
    for path in arguments:
        bpy.ops.wm.read_factory_settings(use_empty=True)
        bpy.ops.import_scene.gltf(filepath=path)
        low, high = bounds()
        print("BLENDER " + json.dumps({
            "file": path, "objects": len(bpy.data.objects), "names": sorted(o.name for o in bpy.data.objects),
            "low": low, "high": high, "meshes": len(bpy.data.meshes),
            "suns": [light.energy for light in bpy.data.lights if light.type == "SUN"],
            "materials": {m.name: base_colour(m) for m in bpy.data.materials if m.users}}), flush=True)
        if folder:
            draw(os.path.basename(os.path.dirname(path)), folder)


main(sys.argv[sys.argv.index("--") + 1:])
