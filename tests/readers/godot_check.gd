# Runs inside Godot 3 on the imported res://scene.glb and prints what it holds, as one line of JSON after `GODOT `.
# res://wanted.json: { "solid": [names of nodes that must be bodies], "points": [[x, z], ...] where rays are dropped }.
extends SceneTree

const HIGH = 2000.0  # metres: where a ray begins and how far below zero it ends
const PATIENCE = 8   # physics frames until the bodies stand in their space

var wanted = {}
var frames = 0


func _initialize():
	var file = File.new()
	file.open("res://wanted.json", File.READ)
	wanted = parse_json(file.get_as_text())
	get_root().add_child(load("res://scene.glb").instance())


func _iteration(_delta):
	frames += 1
	if frames < PATIENCE:
		return false
	var found = {"names": [], "materials": [], "surfaces": 0, "bare": 0, "bodies": 0, "named": 0}
	walk(get_root(), found)
	found["not_solid"] = soft_ones()
	found["heights"] = heights()
	print("GODOT " + to_json(found))
	quit()
	return true


func walk(node, found):
	if node is Spatial:
		found["names"].append(node.name)
	if node is StaticBody:
		found["bodies"] += 1
	if node is MeshInstance and node.mesh:
		for i in range(node.mesh.get_surface_count()):
			var material = node.get_surface_material(i)
			if not material:
				material = node.mesh.surface_get_material(i)
			found["surfaces"] += 1
			if not material:
				found["bare"] += 1
			elif not material.resource_name in found["materials"]:
				found["materials"].append(material.resource_name)
	for child in node.get_children():
		walk(child, found)


func has_body(node):
	if node is StaticBody:
		return true
	for child in node.get_children():
		if has_body(child):
			return true
	return false


func soft_ones():
	var soft = []
	for name in wanted["solid"]:
		var node = get_root().find_node(name, true, false)
		if not node or not has_body(node):
			soft.append(name)
	return soft


func below(node, name):
	while node:
		if node.name == name:
			return true
		node = node.get_parent()
	return false


# Of the ground under each point: what stands on it is looked through.
func heights():
	var space = get_root().get_world().direct_space_state
	var found = []
	for point in wanted["points"]:
		var through = []
		var height = null
		while height == null:
			var hit = space.intersect_ray(Vector3(point[0], HIGH, point[1]), Vector3(point[0], -HIGH, point[1]), through)
			if hit.empty():
				break
			if below(hit["collider"], "Terrain"):
				height = hit["position"].y
			through.append(hit["rid"])
		found.append(height)
	return found
