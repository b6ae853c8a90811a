#!/bin/sh
# Runs a program with a window: on the screen there is, else on a virtual one drawn by the processor. 77: neither.
if [ -n "$DISPLAY" ] || [ -n "$WAYLAND_DISPLAY" ]; then
    exec "$@"
fi
command -v xvfb-run >/dev/null || { echo "no screen, and xvfb is not installed"; exit 77; }
export LIBGL_ALWAYS_SOFTWARE=1
exec xvfb-run -a -s "-screen 0 1600x1000x24" "$@"
