<?php
// What WordPress must load before editor.js.
return [
  'dependencies' => ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element'],
  'version' => '0.1.0',
];
