<?php
/**
 * For PHP's own server: files as they are, everything else to WordPress.
 *
 * @package metier-quiz
 */

$metier_path = $_SERVER['DOCUMENT_ROOT'] . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $metier_path ) || is_file( rtrim( $metier_path, '/' ) . '/index.php' ) ) {
	return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
