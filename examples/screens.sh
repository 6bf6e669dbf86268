#!/bin/sh
# Pictures of the screens as PNG, from the program's own cells: examples/screens.sh DIR [PART-OF-A-NAME]
# Two pixels for one, so that marks on letters are seen. Needs chromium (or CHROMIUM=path) to turn SVG into PNG.
set -eu
folder=${1:?a folder for the pictures}
cargo run --quiet --example screens -- "$folder" ${2:-}
for svg in "$folder"/*.svg; do
    size=$(sed -n '1s/.*width="\([0-9]*\)" height="\([0-9]*\)".*/\1,\2/p' "$svg")
    "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --log-level=3 --force-device-scale-factor=2 \
        --window-size="$size" --screenshot="${svg%.svg}.png" "file://$(realpath "$svg")" >/dev/null 2>&1
done
