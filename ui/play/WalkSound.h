// What who walks hears: their own steps by what they step on, wind, and water nearby. Silent where the machine has no
// sound device, or the program was built without Qt Multimedia. Window's thread.
#pragma once

#include <memory>

#include "core/play/Walker.h"
#include "core/scene/Scene.h"
#include "ui/play/Synth.h"

namespace sketchwalk::ui {

class WalkSound {
  public:
    WalkSound();
    ~WalkSound();
    WalkSound(const WalkSound&) = delete;
    WalkSound& operator=(const WalkSound&) = delete;

    void begin(std::shared_ptr<const scene::Scene> scene);
    void end();
    bool isHeard() const;  // a device takes it
    void follow(const play::Walker& walker);
    void land(double metresASecond);

  private:
    class Device;
    std::shared_ptr<const scene::Scene> m_scene;
    std::unique_ptr<Device> m_device;
    double m_steppedAt = 0;  // metres walked
    bool m_wasWet = false;
};

// What lies under the feet, by what is drawn there; boards where they stand well over the ground.
Footing footingAt(const scene::Scene& scene, const play::Walker& walker);
// 0..1: how much of water one hears at a place.
float waterHeardAt(const scene::Scene& scene, const glm::dvec3& place);

}  // namespace sketchwalk::ui
