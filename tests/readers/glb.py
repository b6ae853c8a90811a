"""The numbers inside a binary glTF file, as arrays: what its accessors hold, where its meshes stand, how high its ground lies.
Plain glTF 2.0 alone: no quantised or compressed attributes (the profile `compact` has both; transform.mjs reads it)."""
import worlds

worlds.needs_numpy()
import numpy  # noqa: E402

COMPONENTS = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


def matrix_of(node):
    """A node's own matrix, 4 x 4."""
    if "matrix" in node:
        return numpy.array(node["matrix"], float).reshape(4, 4).T
    x, y, z, w = node.get("rotation", [0, 0, 0, 1])
    matrix = numpy.identity(4)
    matrix[:3, :3] = [[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                      [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                      [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)]]
    matrix[:3, :3] *= node.get("scale", [1, 1, 1])
    matrix[:3, 3] = node.get("translation", [0, 0, 0])
    return matrix


class Glb:
    def __init__(self, path):
        self.path = path
        self.json, self.binary = worlds.chunks_of(path)
        self.nodes, self.meshes = self.json["nodes"], self.json["meshes"]
        self._known = {}
        self.world, self.parent = {}, {}  # of each node that the scene holds
        stack = [(root, numpy.identity(4)) for root in self.json["scenes"][self.json.get("scene", 0)]["nodes"]]
        while stack:
            index, above = stack.pop()
            self.world[index] = above @ matrix_of(self.nodes[index])
            for child in self.nodes[index].get("children", []):
                self.parent[child] = index
                stack.append((child, self.world[index]))

    def accessor(self, index):
        if index not in self._known:
            about = self.json["accessors"][index]
            view = self.json["bufferViews"][about["bufferView"]]
            kind, width = numpy.dtype(COMPONENTS[about["componentType"]]), WIDTHS[about["type"]]
            start = view.get("byteOffset", 0) + about.get("byteOffset", 0)
            step = view.get("byteStride", kind.itemsize * width)
            self._known[index] = numpy.ndarray((about["count"], width), kind, self.binary, start, (step, kind.itemsize))
        return self._known[index]

    def positions(self, primitive):
        return self.accessor(primitive["attributes"]["POSITION"]).astype(float)

    def corners(self, primitive):
        """Three indices into the positions a triangle."""
        return self.accessor(primitive["indices"]).astype(int).reshape(-1, 3)

    def placed(self):
        """(node, its matrix in the world) for each node with a mesh."""
        return [(self.nodes[i], matrix) for i, matrix in sorted(self.world.items()) if "mesh" in self.nodes[i]]

    def materials(self):
        """Numbers of those that something in the scene wears; shapes for collisions wear none."""
        return {p["material"] for node, _ in self.placed() for p in self.meshes[node["mesh"]]["primitives"] if "material" in p}

    def triangles(self, node, matrix):
        """Of a placed mesh, in world coordinates: (count, 3 corners, 3 axes)."""
        parts = [self.positions(p)[self.corners(p)] for p in self.meshes[node["mesh"]]["primitives"]]
        return numpy.concatenate(parts) @ matrix[:3, :3].T + matrix[:3, 3]

    def below(self, kind):
        """(node, matrix) of the placed meshes that stand under a node whose extras say this kind."""
        def under(index):
            while index is not None:
                if self.nodes[index].get("extras", {}).get("kind") == kind:
                    return True
                index = self.parent.get(index)
            return False
        return [(self.nodes[i], m) for i, m in sorted(self.world.items()) if "mesh" in self.nodes[i] and under(i)]

    def objects(self):
        """(node, matrix) of each thing that stands on the ground, whether it has a mesh of its own or children that do."""
        return [(self.nodes[i], m) for i, m in sorted(self.world.items())
                if self.nodes[i].get("extras", {}).get("kind") == "object"]

    def bounds(self):
        """Lowest and highest corner of everything that is drawn, to the last vertex."""
        low, high, hulls = numpy.full(3, 1e30), numpy.full(3, -1e30), {}
        for node, matrix in self.placed():
            if node["mesh"] not in hulls:
                hulls[node["mesh"]] = numpy.unique(numpy.concatenate(
                    [self.positions(p) for p in self.meshes[node["mesh"]]["primitives"]]), axis=0)
            points = hulls[node["mesh"]] @ matrix[:3, :3].T + matrix[:3, 3]
            low, high = numpy.minimum(low, points.min(axis=0)), numpy.maximum(high, points.max(axis=0))
        return low, high


class Heights:
    """The drawn ground from above: how high the triangles lie over a map point."""

    def __init__(self, glb):
        self.corners = numpy.concatenate([glb.triangles(node, matrix) for node, matrix in glb.below("terrain")])
        self.low, self.high = self.corners[:, :, [0, 2]].min(axis=1), self.corners[:, :, [0, 2]].max(axis=1)

    def at(self, x, z):
        """Metres; None beside the map. Where two triangles meet, the higher."""
        point = numpy.array([x, z])
        near = self.corners[((self.low <= point) & (self.high >= point)).all(axis=1)]
        a, b, c = near[:, 0], near[:, 1], near[:, 2]
        area = (b[:, 0] - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (b[:, 2] - a[:, 2])
        sane = abs(area) > 1e-9
        a, b, c, area = a[sane], b[sane], c[sane], area[sane]
        u = ((x - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (z - a[:, 2])) / area
        v = ((b[:, 0] - a[:, 0]) * (z - a[:, 2]) - (x - a[:, 0]) * (b[:, 2] - a[:, 2])) / area
        inside = (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6)
        heights = a[:, 1] + u * (b[:, 1] - a[:, 1]) + v * (c[:, 1] - a[:, 1])
        return float(heights[inside].max()) if inside.any() else None
