#!/bin/sh
# A real WordPress of Debian's packages on this machine, to publish to from Tributary. Needs no root once the packages are there:
#   sudo apt install --no-install-recommends wordpress php-cli php-mysql mariadb-server-core mariadb-client-core
# Everything it makes is in one directory; Ctrl-C stops it, and deleting the directory leaves nothing behind.
set -eu

work=${1:-./wordpress-try}
port=${PORT:-8080}
share=${WORDPRESS_SHARE:-/usr/share/wordpress}
php=${PHP:-php}
mariadbd=${MARIADBD:-/usr/sbin/mariadbd}
install_db=${MARIADB_INSTALL_DB:-mariadb-install-db}

for tool in "$php" "$mariadbd" "$install_db"; do
  command -v "${tool%% *}" >/dev/null || { echo "Missing: $tool. See the first lines of this script."; exit 1; }
done
[ -d "$share" ] || { echo "Missing: $share. Install the package “wordpress”."; exit 1; }

mkdir -p "$work"
work=$(cd "$work" && pwd)
socket=$work/db.sock
who=$(id -un)

if [ ! -d "$work/data/mysql" ]; then
  echo "Making a database …"
  $install_db --no-defaults --datadir="$work/data" --user="$who" --auth-root-authentication-method=normal \
    --skip-test-db ${MARIADB_OPTIONS:-} >"$work/install-db.log" 2>&1
fi
$mariadbd --no-defaults --datadir="$work/data" --socket="$socket" --pid-file="$work/db.pid" --skip-networking \
  --user="$who" ${MARIADB_OPTIONS:-} >"$work/db.log" 2>&1 &
database=$!
site=
trap 'kill $database $site 2>/dev/null || true; wait' EXIT INT TERM
for _ in $(seq 1 60); do [ -S "$socket" ] && break; sleep 0.5; done

if [ ! -d "$work/site" ]; then
  # What Debian keeps elsewhere and links to comes along; links that lead nowhere are no loss.
  cp -RL "$share" "$work/site" 2>"$work/copy.log" || true
  rm -rf "$work/site/wp-content" "$work/site/wp-config.php"
  mkdir -p "$work/site/wp-content/uploads" "$work/site/wp-content/themes/plain"
  cat >"$work/site/wp-content/themes/plain/style.css" <<'CSS'
/*
Theme Name: Plain
*/
CSS
  cat >"$work/site/wp-content/themes/plain/index.php" <<'THEME'
<?php while (have_posts()) { the_post(); echo '<h1>', get_the_title(), '</h1>'; the_post_thumbnail(); the_content(); }
THEME
fi

cat >"$work/site/wp-config.php" <<CONFIG
<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:$socket');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://localhost:$port');
define('WP_SITEURL', 'http://localhost:$port');
define('WP_DEFAULT_THEME', 'plain');
define('AUTH_KEY', '$(head -c 24 /dev/urandom | base64)');
// Application passwords work without https on a machine that says that it is local.
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
CONFIG

cat >"$work/install.php" <<'INSTALL'
<?php
[$self, $site, $socket] = $argv;
(new mysqli('localhost', 'root', '', '', 0, $socket))->query('create database if not exists wordpress character set utf8mb4');
define('WP_INSTALLING', true);
require $site . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) {
  wp_install('A try', 'editor', 'editor@example.test', true, '', bin2hex(random_bytes(12)));
  wp_create_category('News');
}
$user = get_user_by('login', 'editor');
[$password] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'Tributary ' . time()]);
echo WP_Application_Passwords::chunk_password($password), "\n";
INSTALL

echo "Installing WordPress …"
password=$($php "$work/install.php" "$work/site" "$socket" 2>"$work/install.log" | tail -1)
[ -n "$password" ] || { cat "$work/install.log"; exit 1; }
$php -S "localhost:$port" -t "$work/site" >"$work/site.log" 2>&1 &
site=$!
echo "$password" >"$work/password"

cat <<WORDS

WordPress runs at http://localhost:$port

1. Start Tributary with   OUTBOUND_ALLOWED_HOSTS=localhost:$port npm start
2. Open Settings, Integrations, Connect WordPress:
     Address of the site    http://localhost:$port
     User name              editor
     Application password   $password
   It says “connected and works”.
3. Open an approved article, Publish, and publish it there. Then look at http://localhost:$port
   Change the article, approve and publish again: the same post changes. Withdraw: it is a draft.

Ctrl-C stops WordPress. Everything is in $work
WORDS
wait $site
