<?php
// Whoever deletes the plugin finds nothing of it left.

defined('WP_UNINSTALL_PLUGIN') || exit;

delete_option('cakupan_address');
