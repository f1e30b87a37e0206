<?php
// A must-use plugin of the portal: it shows the answer of the calculator, as a theme that uses it would.

// The portal speaks Indonesian; whoever logs in reads the language of his own profile.
add_filter('locale', function (): string {
  return 'id_ID';
});

// Every visit leaves one notice, so that a log without others is known to be a log.
trigger_error('hasil: the log is kept');

add_action('wp_enqueue_scripts', function () {
  wp_enqueue_script('hasil', content_url('mu-plugins/listen.js'), [], null, true);
});

add_filter('the_content', function (string $content): string {
  return $content . '<p>Jumlah yang diterima portal: <output id="hasil"></output></p>';
});
