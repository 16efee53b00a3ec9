<?php
/**
 * Installs WordPress, turns the plugin on, and writes the posts of the test: php install.php ROOT ADDRESS POSTS.
 * The posts come as JSON, by name; an author writes them who may not write HTML. Prints their numbers.
 *
 * @package metier-quiz
 */

define( 'WP_INSTALLING', true );
list( , $metier_root, $metier_address, $metier_posts ) = $argv;
$_SERVER['HTTP_HOST']   = wp_host( $metier_address );
$_SERVER['REQUEST_URI'] = '/';

/** The host of an address. */
function wp_host( $address ) {
	return substr( $address, strlen( 'http://' ) );
}

require "$metier_root/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// Nobody is to be written to.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Test', 'admin', 'admin@example.org', true, '', 'admin' );
update_option( 'siteurl', $metier_address );
update_option( 'home', $metier_address );
$metier_failure = activate_plugin( 'metier-quiz/metier-quiz.php' );
if ( is_wp_error( $metier_failure ) ) {
	fwrite( STDERR, $metier_failure->get_error_message() );
	exit( 1 );
}
$metier_author = wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'author',
		'user_email' => 'author@example.org',
		'role'       => 'author',
	)
);
wp_set_current_user( $metier_author );
kses_init();
$metier_numbers = array();
foreach ( json_decode( $metier_posts, true ) as $metier_name => $metier_text ) {
	$metier_numbers[ $metier_name ] = wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $metier_name,
				'post_content' => $metier_text,
				'post_status'  => 'publish',
				'post_author'  => $metier_author,
			)
		)
	);
}
echo wp_json_encode(
	array(
		'wordpress'  => get_bloginfo( 'version' ),
		'php'        => PHP_VERSION,
		'unfiltered' => current_user_can( 'unfiltered_html' ),
		'posts'      => $metier_numbers,
		'stored'     => array_map(
			function ( $number ) {
				return get_post( $number )->post_content;
			},
			$metier_numbers
		),
	)
);
