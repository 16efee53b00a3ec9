<?php
/**
 * Plugin Name:       Metier Quiz
 * Description:       Skill quizzes that run entirely in the reader's browser, as a block and as a shortcode. They send nothing, and keep nothing in the database.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       metier-quiz
 * Domain Path:       /languages
 *
 * @package metier-quiz
 */

namespace Metier\Quiz;

defined( 'ABSPATH' ) || exit;

/** What the script of the quizzes is called in WordPress; that of the editor has more behind it. */
const SCRIPT = 'metier-quiz';

/** The digest of this build. The script keeps its name from build to build, so caches need to see another address. */
const BUILD = '{{build}}';

/** The shape of a language tag. */
const LANGUAGE = '/\A[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,7}\z/i';

/** No address of a quiz is longer. */
const LONGEST = 2000;

add_action( 'init', __NAMESPACE__ . '\\register' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\\tell_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\as_module', 10, 3 );

/** Registers the shortcode and the block. */
function register() {
	load_plugin_textdomain( 'metier-quiz', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	add_shortcode( 'metier', __NAMESPACE__ . '\\shortcode' );
	$needed = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' );
	wp_register_script( SCRIPT . '-editor', plugins_url( 'editor.js', __FILE__ ), $needed, BUILD, true );
	wp_set_script_translations( SCRIPT . '-editor', 'metier-quiz', __DIR__ . '/languages' );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
}

/** Tells the script of the editor which quizzes there are. */
function tell_editor() {
	$titles = wp_json_encode( (object) wp_list_pluck( quizzes(), 'title' ), JSON_HEX_TAG | JSON_HEX_AMP );
	wp_add_inline_script( SCRIPT . '-editor', "window.metierQuizzes = $titles;", 'before' );
}

/**
 * The quizzes that came with the plugin, by name, each with its title and language.
 *
 * @return array<string, array<string, string>>
 */
function quizzes() {
	static $quizzes = null;
	if ( null === $quizzes ) {
		$quizzes = (array) wp_json_file_decode( __DIR__ . '/quizzes.json', array( 'associative' => true ) );
	}
	return $quizzes;
}

/**
 * The shortcode: [metier quiz="pace" heading="3" resume].
 *
 * @param array|string $given What stands in it; an empty string if nothing does.
 * @return string
 */
function shortcode( $given ) {
	$given = (array) $given;
	foreach ( $given as $key => $word ) {
		// A word that stands alone has a number instead of a name.
		if ( is_int( $key ) && in_array( $word, array( 'resume', 'private' ), true ) ) {
			$given[ $word ] = true;
		}
	}
	return tag( $given );
}

/**
 * The block.
 *
 * @param array $given Its attributes.
 * @return string
 */
function block( $given ) {
	$tag = tag( $given );
	return '' === $tag ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $tag );
}

/**
 * The tag, with a link inside for readers whose browser, mail or feed runs no script.
 *
 * @param array $given Attributes as somebody wrote them.
 * @return string
 */
function tag( $given ) {
	$name = word( $given, 'quiz' );
	$quiz = quiz( $name );
	if ( null === $quiz ) {
		return unknown( $name );
	}
	enqueue();
	$attributes = '';
	foreach ( attributes( $given ) as $attribute => $value ) {
		$attributes .= sprintf( ' %s="%s"', $attribute, esc_attr( $value ) );
	}
	return sprintf(
		'<metier-quiz src="%s"%s><a href="%s"%s>%s</a></metier-quiz>',
		esc_url( $quiz['source'] ),
		$attributes,
		esc_url( $quiz['link'] ),
		'' === $quiz['language'] ? '' : sprintf( ' lang="%s"', esc_attr( $quiz['language'] ) ),
		esc_html( $quiz['title'] )
	);
}

/**
 * What was written for an attribute, as a word; empty if nothing was, or no word.
 *
 * @param array  $given     Attributes as somebody wrote them.
 * @param string $attribute Which one.
 * @return string
 */
function word( $given, $attribute ) {
	$value = isset( $given[ $attribute ] ) && is_scalar( $given[ $attribute ] ) ? (string) $given[ $attribute ] : '';
	// Text that comes from elsewhere brings curly quotation marks along, which WordPress takes for a part of the word.
	return (string) preg_replace( '/\A[\s"\'“”„‘’«»]+|[\s"\'“”„‘’«»]+\z/u', '', $value );
}

/**
 * Where a quiz is, and where the link in its place leads: to its own page, or for a quiz from elsewhere to the page that
 * it stands in.
 *
 * @param string $name A name of ours, or an https address.
 * @return array<string, string>|null
 */
function quiz( $name ) {
	$quizzes = quizzes();
	if ( isset( $quizzes[ $name ] ) ) {
		return array(
			'source'   => plugins_url( "metier/quizzes/$name.json", __FILE__ ),
			'link'     => plugins_url( "metier/$name.html", __FILE__ ),
			'language' => $quizzes[ $name ]['language'],
			'title'    => $quizzes[ $name ]['title'],
		);
	}
	if ( strlen( $name ) > LONGEST || ! preg_match( '~\Ahttps://[^/\s\\\\]~i', $name ) ) {
		return null;
	}
	$source = esc_url_raw( $name, array( 'https' ) );
	if ( ! wp_parse_url( $source, PHP_URL_HOST ) ) {
		return null;
	}
	$page = get_permalink();
	return array(
		'source'   => $source,
		'link'     => $page ? $page : home_url( '/' ),
		'language' => '',
		'title'    => __( 'Take the quiz on this site', 'metier-quiz' ),
	);
}

/**
 * The attributes of the tag beside its source. What is not one of the values that they may have is left out.
 *
 * @param array $given Attributes as somebody wrote them.
 * @return array<string, string>
 */
function attributes( $given ) {
	$attributes = array();
	$language   = word( $given, 'lang' );
	if ( preg_match( LANGUAGE, $language ) ) {
		$attributes['lang'] = $language;
	}
	$theme = word( $given, 'theme' );
	if ( in_array( $theme, array( 'light', 'dark', 'auto' ), true ) ) {
		$attributes['theme'] = $theme;
	}
	$heading = word( $given, 'heading' );
	if ( preg_match( '/\A[1-6]\z/', $heading ) ) {
		$attributes['heading'] = $heading;
	}
	foreach ( array( 'resume', 'private' ) as $name ) {
		if ( in_array( strtolower( word( $given, $name ) ), array( '1', 'true', 'yes', 'on', $name ), true ) ) {
			$attributes[ $name ] = '';
		}
	}
	$style = style( word( $given, 'accent' ) );
	if ( '' !== $style ) {
		$attributes['style'] = $style;
	}
	return $attributes;
}

/**
 * The declarations for an accent colour: with it goes the text on it, black or white, whichever has the more contrast.
 *
 * @param string $accent A colour, as #rgb or #rrggbb.
 * @return string
 */
function style( $accent ) {
	if ( ! preg_match( '/\A#(?:[0-9a-f]{3}){1,2}\z/i', $accent ) ) {
		return '';
	}
	$digits = substr( $accent, 1 );
	$digits = 3 === strlen( $digits ) ? preg_replace( '/./', '$0$0', $digits ) : $digits;
	// Relative luminance as WCAG 2 defines it.
	$light = 0;
	foreach ( array( 0.2126, 0.7152, 0.0722 ) as $place => $share ) {
		$part   = hexdec( substr( $digits, 2 * $place, 2 ) ) / 255;
		$light += $share * ( $part <= 0.04045 ? $part / 12.92 : pow( ( $part + 0.055 ) / 1.055, 2.4 ) );
	}
	// Where both contrasts are the same: (light + .05)² = .05 × 1.05.
	return sprintf( '--metier-accent:%s;--metier-on-accent:%s', $accent, $light > 0.1791 ? '#000' : '#fff' );
}

/**
 * What stands where there is no such quiz: a sentence for those who can mend it, and nothing for readers.
 *
 * @param string $name What was asked for.
 * @return string
 */
function unknown( $name ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$names = implode( ', ', array_keys( quizzes() ) );
	if ( '' === $name ) {
		/* translators: %s: names of quizzes */
		$sentence = sprintf( __( 'Which quiz? Name one of these: %s; or give the address of another, which begins with https://. Only editors see this sentence.', 'metier-quiz' ), $names );
	} else {
		/* translators: 1: what somebody wrote, 2: names of quizzes */
		$sentence = sprintf( __( 'There is no quiz “%1$s”. These are there: %2$s; the address of another begins with https://. Only editors see this sentence.', 'metier-quiz' ), wp_html_excerpt( $name, 60, '…' ), $names );
	}
	return '<p>' . esc_html( $sentence ) . '</p>';
}

/** Asks for the script, once however many quizzes a page has. */
function enqueue() {
	$address = plugins_url( 'metier/metier.js', __FILE__ );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( SCRIPT, $address, array(), BUILD );
	} else {
		wp_enqueue_script( SCRIPT, $address, array(), BUILD, true );
	}
}

/**
 * Makes a module of the script where WordPress, before 6.5, knows none.
 *
 * @param string $tag     The tag of a script.
 * @param string $script  Which one.
 * @param string $address Its address.
 * @return string
 */
function as_module( $tag, $script, $address ) {
	if ( SCRIPT !== $script ) {
		return $tag;
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- It is enqueued; this is the tag made of that.
	return sprintf( "<script type=\"module\" src=\"%s\" id=\"%s-js\"></script>\n", esc_url( $address ), esc_attr( $script ) );
}
