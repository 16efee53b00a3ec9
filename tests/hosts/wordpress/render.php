<?php
/**
 * What WordPress makes of contents: php render.php ROOT ADDRESS POST, the contents as a JSON list on standard input, each
 * with who looks: { "text": "[metier]", "by": "reader" }. Prints a list of HTML.
 *
 * @package metier-quiz
 */

list( , $metier_root, $metier_address, $metier_post ) = $argv;
$_SERVER['HTTP_HOST']   = substr( $metier_address, strlen( 'http://' ) );
$_SERVER['REQUEST_URI'] = '/';
require "$metier_root/wp-load.php";

$GLOBALS['post'] = get_post( (int) $metier_post );
setup_postdata( $GLOBALS['post'] );
$metier_made = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $metier_case ) {
	wp_set_current_user( 'reader' === $metier_case['by'] ? 0 : get_user_by( 'login', $metier_case['by'] )->ID );
	$metier_made[] = apply_filters( 'the_content', $metier_case['text'] );
}
echo wp_json_encode( $metier_made );
