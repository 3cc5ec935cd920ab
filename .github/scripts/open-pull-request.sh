#!/usr/bin/env bash
# Commits everything to one branch, pushes it, and opens or updates its pull request.
# Needs BRANCH, TITLE, GH_TOKEN and GITHUB_REPOSITORY; the argument is the file with the text.
set -euo pipefail
body=$1
bot='41898282+github-actions[bot]@users.noreply.github.com'

git config user.name 'github-actions[bot]'
git config user.email "$bot"
# The environment of these calls alone holds the token: no configuration file and no argument does.
authorized() {
  GIT_CONFIG_COUNT=1 \
    GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
    GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 --wrap=0)" \
    git "$@"
}

if authorized fetch origin "$BRANCH" 2> /dev/null; then
  if git log --format=%ae "origin/main..FETCH_HEAD" | grep --quiet --invert-match --fixed-strings --line-regexp "$bot"; then
    echo "::notice::$BRANCH has commits of a person, so it is left alone."
    exit 0
  fi
fi
git switch --force-create "$BRANCH"
git add --all
git commit --message "$TITLE"
authorized push --force origin "$BRANCH"
gh pr create --head "$BRANCH" --title "$TITLE" --body-file "$body" ||
  gh pr edit "$BRANCH" --title "$TITLE" --body-file "$body"
gh workflow run ci.yml --ref "$BRANCH"
