<?php
// What WordPress must load before editor.js; the version keeps browsers from using an older copy.
return [
  'dependencies' => ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element'],
  'version' => (string) filemtime(__DIR__ . '/editor.js'),
];
