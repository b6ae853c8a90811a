// Which strokes are selected. The sheet, the world and the lists show and change the same selection.
#pragma once

#include <QObject>
#include <algorithm>
#include <vector>

namespace sketchwalk::ui {

class Selection : public QObject {
    Q_OBJECT

  public:
    explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

    const std::vector<int64_t>& strokes() const { return m_strokes; }  // ids, ascending
    bool contains(int64_t id) const { return std::binary_search(m_strokes.begin(), m_strokes.end(), id); }
    bool empty() const { return m_strokes.empty(); }

    void set(std::vector<int64_t> strokes) {
        std::sort(strokes.begin(), strokes.end());
        strokes.erase(std::unique(strokes.begin(), strokes.end()), strokes.end());
        if (strokes == m_strokes) return;
        m_strokes = std::move(strokes);
        Q_EMIT changed();
    }
    void clear() { set({}); }

  Q_SIGNALS:
    void changed();

  private:
    std::vector<int64_t> m_strokes;
};

}  // namespace sketchwalk::ui
