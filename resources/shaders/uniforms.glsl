mat4 shadowMatrix;   // from the scene to the shadow map's clip space
vec4 shadowInfo;     // x metres a texel, y 1 / texels a side, z share of the sun it takes, w metres at which it fades
vec4 sunDirection;   // unit, toward what gives light; w seconds that waves and leaves have moved
vec4 sunColour;      // linear; w how much lamps glow
vec4 skyAbove;       // linear light from above; w metres at which fog begins
vec4 skyBelow;       // linear light from below; w metres at which it is full
vec4 fogColour;      // linear; w share of it at most
vec4 zenith;         // linear; w 0 day .. 1 night
vec4 horizon;        // linear; w how warm the rim near the sun is
vec4 sunDisc;        // linear; w cosine of its half angle
vec4 cloudLight;     // linear; w share of the sky
vec4 mapScale;       // xy 1 / extent of the map in metres, zw the extent
vec4 heatColour;     // linear light of lava on what is near
vec4 beyondColour;   // mean colour of the map's edge, linear; w 0 land goes on beyond .. 1 a model in a studio
vec4 beyondInfo;     // metres: x height of the map's edge, y of the table that the block of earth stands on
vec4 waterColour;    // per water: linear; w how fast it gets opaque
vec4 waterInfo;      // per water: x foam, y kind (0 open, 1 river, 2 swamp, 3 ice, 4 lava), z metres a side, w has picture
vec4 ownColour;      // per material: linear; w alpha
vec4 ownGlow;        // per material: linear; w has a normal picture
vec4 chunkInfo;      // per tile: x has a normal picture, y detail shows, z metres where detail ends
vec4 layer0;         // per splat layer: its mean colour, linear; w 1 / metres a side
vec4 layer1;
vec4 layer2;
vec4 layer3;
vec4 layer4;
vec4 layer5;
vec4 layer6;
vec4 layer7;
