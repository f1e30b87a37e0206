<?php
// A village portal shaped like OpenSID's: an article beside a column of widgets. Its operator can paste HTML in two
// places: a "dinamis" widget, kept in the database with its signs as entities and printed decoded, and the article.

$calculator = getenv('HOSTS_CALCULATOR');
$origin = getenv('HOSTS_ORIGIN');
$script = getenv('HOSTS_SCRIPT');
$integrity = getenv('HOSTS_INTEGRITY');

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/favicon.ico') {
  http_response_code(204);
  return;
}
if (in_array($path, ['/style.css', '/listen.js'], true)) {
  header('Content-Type: ' . ($path === '/style.css' ? 'text/css' : 'text/javascript'));
  readfile($path === '/style.css' ? __DIR__ . '/style.css' : __DIR__ . '/../listen.js');
  return;
}

$widgets = [
  ['jenis' => 3, 'judul' => 'Biaya perlindungan pekerja', 'isi' => htmlentities(<<<HTML
    <script src="$script" async integrity="$integrity" crossorigin="anonymous"></script>
    <kalkulator-cakupan region="73.71" mode="compact" accent="#0b5cad">
      <a href="$calculator">Buka kalkulator</a>
    </kalkulator-cakupan>
    HTML)],
  ['jenis' => 3, 'judul' => 'Jam kerja', 'isi' => htmlentities('<p>Senin sampai Jumat, 08.00–16.00</p>')],
];

$article = [
  'judul' => 'Perlindungan pekerja rentan di desa kita',
  'isi' => <<<HTML
    <p>Pemerintah desa merencanakan iuran jaminan sosial bagi pekerja rentan. Jumlah yang diterima portal:
      <output id="hasil"></output></p>
    <p><iframe src="$calculator#mode=compact&amp;region=73.71" title="Kalkulator cakupan BPJS Ketenagakerjaan"
      width="100%" height="1500" loading="lazy"></iframe></p>
    HTML,
];

header("Content-Security-Policy: default-src 'none'; script-src 'self' $origin; style-src 'self'; frame-src $origin; "
  . "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'");
?>
<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title><?= htmlspecialchars($article['judul']) ?> - Desa Contoh</title>
  <link rel="stylesheet" href="/style.css">
  <script src="/listen.js" defer></script>
</head>
<body>
  <header class="portal-head"><a href="/">Desa Contoh</a> <span>Kecamatan Contoh, Kota Makassar</span></header>
  <div class="portal-columns">
    <main>
      <nav aria-label="Remah roti"><a href="/">Beranda</a> / Artikel</nav>
      <article>
        <h1><?= htmlspecialchars($article['judul']) ?></h1>
        <div class="content"><?= $article['isi'] ?></div>
      </article>
    </main>
    <aside class="sidebar">
      <form action="/" role="search"><input type="text" name="cari" aria-label="Cari" placeholder="Cari…"></form>
      <?php foreach ($widgets as $widget) : ?>
        <div class="widget">
          <?php if ($widget['jenis'] === 3) : ?>
            <div class="box-header"><h3 class="box-title"><?= strip_tags($widget['judul']) ?></h3></div>
            <div class="box-body"><?= html_entity_decode($widget['isi']) ?></div>
          <?php endif; ?>
        </div>
      <?php endforeach; ?>
    </aside>
  </div>
</body>
</html>
