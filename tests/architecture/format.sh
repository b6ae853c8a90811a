#!/usr/bin/env bash
# Fails where clang-format would change a source. Mend with: clang-format-14 -i FILE
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$(command -v clang-format-14 || true)
[ -n "$tool" ] || { echo "clang-format-14 is not installed"; exit 77; }
find app core tests -name '*.h' -o -name '*.cpp' | sort | xargs "$tool" --dry-run -Werror
