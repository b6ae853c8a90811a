// Walking while the window draws: the walkable world on a thread and a steady clock of its own. The window says what is
// wished and asks where the walker is; a picture that takes long holds nobody up, and nobody waits for anybody.
// Lives on the window's thread.
#pragma once

#include <QObject>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/play/World.h"

namespace sketchwalk::ui {

class WalkSession : public QObject {
    Q_OBJECT

  public:
    explicit WalkSession(QObject* parent = nullptr);
    ~WalkSession() override;

    // Makes the scene ready in the background, then lets the walker stand at the map point, or at the spawn; ready()
    // tells. While one walks already the new world takes the old one's place under the walker's feet.
    void enter(std::shared_ptr<const scene::Scene> scene, std::optional<Point> place);
    void leave();  // the world is let go
    bool isReady() const;

    void setIntent(const play::Intent& intent);
    void rescue();

    play::Walker walker() const;  // where it is now, between two ticks
    // Loose things that no longer lie where the scene has them.
    std::vector<play::Prop> movedProps() const;
    // Everybody on a route, where they are now.
    std::vector<play::Goer> goers() const;
    int ticks() const;  // since ready()

  Q_SIGNALS:
    void ready(double milliseconds);    // since enter()
    void failed(const QString& text);   // in plain words
    void landed(double metresASecond);  // hard enough to be heard

  private:
    using Clock = std::chrono::steady_clock;
    struct Wish {
        std::shared_ptr<const scene::Scene> scene;
        std::optional<Point> place;
        Clock::time_point asked;
    };
    void run(const std::stop_token& stop);
    std::optional<play::World> make(const Wish& wish, std::optional<play::World> old, const std::stop_token& stop);
    void walk(play::World& world, const std::stop_token& stop);
    void publish(const play::World& world);

    mutable std::mutex m_mutex;  // guards all below it
    std::condition_variable_any m_wake;
    std::optional<Wish> m_wish;
    bool m_leaves = false, m_isReady = false, m_rescue = false;
    play::Intent m_intent;
    play::Walker m_before, m_now;
    Clock::time_point m_at{};  // of m_now
    std::vector<play::Prop> m_props;
    std::vector<play::Goer> m_goers;
    int m_ticks = 0;
    std::stop_source m_build;  // of the world being made
    std::jthread m_thread;     // last: ends before what it uses
};

}  // namespace sketchwalk::ui
