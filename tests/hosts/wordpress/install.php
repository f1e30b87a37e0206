<?php
// Run once by PHP's command line in the folder of the site: installs WordPress, activates the plugin, writes the posts.

define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('HOSTS_ADDRESS'), PHP_URL_HOST);
require_once getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// No mail leaves this machine.
function wp_mail(): bool {
  return true;
}

wp_install('Pemerintah Kota Makassar', 'admin', 'admin@localhost.invalid', false, '', getenv('HOSTS_PASSWORD'));
// Avatars, and the pictures that greet a new author, come from other machines.
update_option('show_avatars', 0);
update_user_meta(1, 'locale', 'en_US');
update_user_meta(1, $wpdb->get_blog_prefix() . 'persisted_preferences', [
  'core/edit-post' => ['welcomeGuide' => false],
  '_modified' => gmdate('c'),
]);
$failure = activate_plugin('cakupan/cakupan.php');
if (is_wp_error($failure)) {
  fwrite(STDERR, $failure->get_error_message() . "\n");
  exit(1);
}

// Written without the right to raw HTML, as authors of a portal write.
$posts = [
  'kode-pendek' => "<!-- wp:shortcode -->\n[cakupan region=\"73.71\" mode=\"compact\" accent=\"#0b5cad\"]\n<!-- /wp:shortcode -->",
  'blok' => '<!-- wp:cakupan/kalkulator {"region":"73.71","mode":"compact","accent":"#0b5cad","align":"wide"} /-->',
  // What an author must not be able to do: values that would leave their attribute, and attributes of his own.
  'jahat' => "[cakupan region='73.71\" onload=alert(1) x=\"' onmouseover=\"alert(1)\" src=\"javascript:alert(1)\" "
    . "accent=\"red;}\" radius=\"99\" name='Biaya \"perlindungan\" <b>']",
];
foreach ($posts as $name => $content) {
  $post = ['post_title' => $name, 'post_content' => $content, 'post_status' => 'publish'];
  $id = wp_insert_post($post, true);
  if (is_wp_error($id)) {
    fwrite(STDERR, $id->get_error_message() . "\n");
    exit(1);
  }
  $ids[$name] = $id;
}
echo json_encode($ids);
