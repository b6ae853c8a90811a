// What this program remembers of how its user draws: drawings that they corrected, kept in one file on this machine,
// and only while they wish it. Window's thread.
#pragma once

#include <QObject>
#include <filesystem>

#include "core/sketch/Styles.h"

namespace sketchwalk::ui {

class InkMemory : public QObject {
    Q_OBJECT

  public:
    // Nothing is read before `load`. The file need not be there.
    explicit InkMemory(std::filesystem::path file, QObject* parent = nullptr);

    enum class Wish { notAsked, no, yes };
    Wish wish() const;
    void setWish(bool remember);  // what is remembered stays in the file until it is forgotten

    // A file that cannot be read is set aside, and `trouble` says so; nothing is remembered then.
    void load();
    const sketch::StylesPtr& all() const { return m_all; }  // null: none
    sketch::StylesPtr used() const { return wish() == Wish::yes ? m_all : nullptr; }

    // Both do nothing unless it is wished that they do. What another window has learnt meanwhile stays.
    void learn(const sketch::Style& style);
    void unlearn(const sketch::Style& style);
    void forgetAll();  // and the file is gone

  Q_SIGNALS:
    void changed();                     // the wish, or what is remembered
    void trouble(const QString& text);  // in plain words

  private:
    void keep(sketch::StylesPtr next);

    std::filesystem::path m_file;
    sketch::StylesPtr m_all;
};

}  // namespace sketchwalk::ui
