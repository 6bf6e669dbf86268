#!/bin/sh
# Turns the papers of invented sessions into pictures of their pages, to be looked at: every regulation in state and Party
# layout, before, at and after the session, and the public version. Needs LibreOffice and pdftoppm.  Usage: examples/pictures/papers.sh DIR [PART-OF-A-NAME]
set -eu
to=${1:?DIR to write into}
wanted=${2:-}
mkdir -p "$to"
to=$(cd "$to" && pwd)
cd "$(dirname "$0")/../.."
rm -rf "$to/dossiers" "$to/sessions"
DOSSIER_LOOK="$to/dossiers" cargo test --quiet --test documents every_paper_before_at_and_after_a_session
find "$to/dossiers" -type d | sort | while read -r folder; do
    name=$(printf %s "${folder#"$to/dossiers"}" | sed 's,^/,,' | tr / -)
    case $name in *"$wanted"*) ;; *) continue ;; esac
    set -- "$folder"/*.docx "$folder"/*.xlsx
    for file in "$@"; do
        [ -e "$file" ] || shift
        [ -e "$file" ] && set -- "$@" "$file" && shift
    done
    [ $# -gt 0 ] || continue
    # One start of the office program for a whole folder.
    soffice --headless --convert-to pdf --outdir "$to/pdf/$name" "$@" >/dev/null 2>&1
    for page in "$to/pdf/$name"/*.pdf; do
        pdftoppm -r 60 -png "$page" "$to/$name-$(basename "${page%.pdf}")"
    done
done
echo "$to"
