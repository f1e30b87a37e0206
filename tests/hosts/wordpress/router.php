<?php
// For `php -S`: the site under the strictest policy that its own output allows. WordPress and its theme write inline
// scripts and styles; each is named by its hash, so that no other runs. Style attributes have no hash of their own.

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$admin = preg_match('#^/wp-(admin|login|json)#', $path) === 1;
if ($path !== '/' && (is_file($_SERVER['DOCUMENT_ROOT'] . $path) || $admin)) {
  return false;
}

function hashes(string $element, string $html): string {
  preg_match_all("#<$element\\b(?![^>]*\\bsrc=)[^>]*>(.*?)</$element>#s", $html, $found);
  $hash = fn(string $text): string => " 'sha256-" . base64_encode(hash('sha256', $text, true)) . "'";
  return implode('', array_map($hash, array_unique($found[1])));
}

ob_start(function (string $html): string {
  $calculator = getenv('HOSTS_CALCULATOR');
  header('Content-Security-Policy: ' . implode('; ', [
    "default-src 'none'",
    "script-src 'self'" . hashes('script', $html),
    "style-src 'self'" . hashes('style', $html),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src $calculator",
  ]));
  return $html;
});
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
