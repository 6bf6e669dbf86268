#!/bin/sh
# Turns the papers of invented sessions into pictures of their pages, to be looked at: state and Party layout, every
# regulation. Needs LibreOffice and pdftoppm.  Usage: tests/documents/look.sh DIR
set -eu
to=${1:?DIR to write into}
mkdir -p "$to"
to=$(cd "$to" && pwd)
cd "$(dirname "$0")/../.."
rm -rf "$to/dossiers"
DOSSIER_LOOK="$to/dossiers" cargo test --quiet --test documents dossiers_to_look_at
find "$to/dossiers" -name '*.docx' -o -name '*.xlsx' | sort | while read -r file; do
    name=$(dirname "${file#"$to/dossiers/"}" | tr / -)-$(basename "${file%.*}")
    soffice --headless --convert-to pdf --outdir "$to/pdf/$name" "$file" >/dev/null 2>&1
    pdftoppm -r 60 -png "$to/pdf/$name"/*.pdf "$to/$name"
done
echo "$to"
