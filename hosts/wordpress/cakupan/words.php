<?php
// The sentences of the plugin in both languages: English where the portal speaks English, Indonesian everywhere else.

defined('ABSPATH') || exit;

const CAKUPAN_WORDS = [
  'open' => [
    'id' => 'Buka kalkulator cakupan BPJS Ketenagakerjaan',
    'en' => 'Open the calculator of BPJS Ketenagakerjaan coverage',
  ],
  'noAddress' => [
    'id' => 'Kalkulator Cakupan belum tampil: isi alamatnya di Pengaturan › Kalkulator Cakupan. Hanya pengelola melihat pesan ini.',
    'en' => 'Kalkulator Cakupan does not show yet: set its address in Settings › Kalkulator Cakupan. Only administrators see this message.',
  ],
  'address' => [
    'id' => 'Alamat kalkulator',
    'en' => 'Address of the calculator',
  ],
  'addressHelp' => [
    'id' => 'Tempat kalkulator dipasang, misalnya https://kalkulator.contoh.go.id/. Plugin ini tidak menghubungi alamat lain.',
    'en' => 'Where the calculator is hosted, such as https://kalkulator.contoh.go.id/. This plugin contacts no other address.',
  ],
  'badAddress' => [
    'id' => 'Alamat tidak diubah: tulis alamat lengkap yang dimulai dengan https://, misalnya https://kalkulator.contoh.go.id/.',
    'en' => 'The address was not changed: write a whole address that begins with https://, such as https://kalkulator.contoh.go.id/.',
  ],
  'use' => [
    'id' => 'Di halaman atau pos: blok “Kalkulator Cakupan”, atau kode pendek',
    'en' => 'In a page or post: the block “Kalkulator Cakupan”, or the shortcode',
  ],
  'policy' => [
    'id' => 'Jika portal memakai Content-Security-Policy, tambahkan',
    'en' => 'If the portal sends a Content-Security-Policy, add',
  ],
];

function cakupan_say(string $code): string {
  return CAKUPAN_WORDS[$code][strpos(determine_locale(), 'en') === 0 ? 'en' : 'id'];
}
