<?php
/**
 * Plugin Name:       Kalkulator Cakupan
 * Description:       Kalkulator biaya dan cakupan BPJS Ketenagakerjaan di halaman portal: kode pendek [cakupan] dan blok. Calculator of cost and coverage of workers' social security: shortcode [cakupan] and a block.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            Para penyumbang cakupan
 * License:           MIT OR Apache-2.0
 *
 * The licence is as you like MIT or Apache-2.0; MIT is compatible with the GPL of WordPress.
 *
 * The door of the plugin: what WordPress calls. The calculator itself runs in a frame from the address that the portal
 * chose; this folder brings only the small script that frames it, so that the portal runs no script of anybody else.
 */

defined('ABSPATH') || exit;

require __DIR__ . '/words.php';
require __DIR__ . '/element.php';
require __DIR__ . '/settings.php';

add_action('init', function () {
  $version = get_file_data(__FILE__, ['version' => 'Version'])['version'];
  wp_register_script('cakupan-embed', plugins_url('embed.js', __FILE__), [], $version, true);
  register_block_type(__DIR__ . '/block', ['render_callback' => function (array $attributes) {
    return '<div ' . get_block_wrapper_attributes() . '>' . cakupan_element($attributes) . '</div>';
  }]);
});

// WordPress gives an empty string where the shortcode has no attributes.
add_shortcode('cakupan', function ($attributes) {
  return cakupan_element(is_array($attributes) ? $attributes : []);
});
