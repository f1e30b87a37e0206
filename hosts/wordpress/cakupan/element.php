<?php
// From what an author wrote in a shortcode or block to the element in the page: known names, checked values, escaped.

defined('ABSPATH') || exit;

// What each attribute may hold; everything else an author writes is left out.
const CAKUPAN_ATTRIBUTES = [
  'mode' => '/^(compact|full)$/D',
  'language' => '/^(id|en)$/D',
  'region' => '/^[\p{L}\p{N} .,()\'\/-]{1,100}$/uD',
  'accent' => '/^#[0-9a-f]{6}$/iD',
  'background' => '/^#[0-9a-f]{6}$/iD',
  'text' => '/^#[0-9a-f]{6}$/iD',
  'radius' => '/^([0-9]|1[0-9]|2[0-4])$/D',
  'font' => '/^(system|serif|mono)$/D',
  'name' => '/^[^\p{C}]{1,100}$/uD',
  'keep' => '/^yes$/D',
];

/** The element with its attributes. Without scripts its content stays: a link to the calculator. */
function cakupan_element(array $given): string {
  $address = get_option('cakupan_address', '');
  if ($address === '') {
    return current_user_can('manage_options') ? '<p>' . esc_html(cakupan_say('noAddress')) . '</p>' : '';
  }
  wp_enqueue_script('cakupan-embed');
  $attributes = '';
  foreach (CAKUPAN_ATTRIBUTES as $name => $allowed) {
    $value = $given[$name] ?? '';
    if (is_string($value) && preg_match($allowed, $value) === 1) {
      $attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
    }
  }
  return sprintf(
    '<kalkulator-cakupan src="%1$s"%2$s><a href="%1$s">%3$s</a></kalkulator-cakupan>',
    esc_url($address, ['http', 'https']),
    $attributes,
    esc_html(cakupan_say('open'))
  );
}
