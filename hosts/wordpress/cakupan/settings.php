<?php
// The one setting: where the calculator is. With it the line that the portal's security policy needs.

defined('ABSPATH') || exit;

/** The address of the frame from what was typed: that page itself, or the folder it is in. */
function cakupan_read_address($typed): string {
  $address = is_string($typed) ? esc_url_raw(trim($typed), ['http', 'https']) : '';
  $parts = wp_parse_url($address);
  if (empty($parts['host']) || isset($parts['user'])) {
    if (trim((string) $typed) !== '') {
      add_settings_error('cakupan_address', 'cakupan_address', cakupan_say('badAddress'));
      return get_option('cakupan_address', '');
    }
    return '';
  }
  $address = strtok($address, '?#');
  return substr($address, -5) === '.html' ? $address : trailingslashit($address) . 'sematan.html';
}

/** Scheme, host and port of an address, as security policies name them. */
function cakupan_origin(string $address): string {
  $parts = wp_parse_url($address);
  return $parts['scheme'] . '://' . $parts['host'] . (isset($parts['port']) ? ':' . $parts['port'] : '');
}

add_action('admin_init', function () {
  register_setting('cakupan', 'cakupan_address', [
    'type' => 'string',
    'default' => '',
    'sanitize_callback' => 'cakupan_read_address',
  ]);
});

add_action('admin_menu', function () {
  add_options_page('Kalkulator Cakupan', 'Kalkulator Cakupan', 'manage_options', 'cakupan', 'cakupan_settings_page');
});

function cakupan_settings_page(): void {
  $address = get_option('cakupan_address', '');
  ?>
  <div class="wrap">
    <h1>Kalkulator Cakupan</h1>
    <form action="options.php" method="post">
      <?php settings_fields('cakupan'); ?>
      <table class="form-table" role="presentation">
        <tr>
          <th scope="row"><label for="cakupan_address"><?php echo esc_html(cakupan_say('address')); ?></label></th>
          <td>
            <input type="url" class="regular-text code" id="cakupan_address" name="cakupan_address"
              value="<?php echo esc_attr($address); ?>" aria-describedby="cakupan_address_help" required>
            <p class="description" id="cakupan_address_help"><?php echo esc_html(cakupan_say('addressHelp')); ?></p>
          </td>
        </tr>
      </table>
      <?php submit_button(); ?>
    </form>
    <h2><?php echo esc_html(cakupan_say('use')); ?></h2>
    <p><code>[cakupan region="73.71" mode="compact" accent="#0b5cad"]</code></p>
    <?php if ($address !== '') : ?>
      <h2><?php echo esc_html(cakupan_say('policy')); ?></h2>
      <p><code>script-src 'self'; frame-src <?php echo esc_html(cakupan_origin($address)); ?></code></p>
    <?php endif; ?>
  </div>
  <?php
}
