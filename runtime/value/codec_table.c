/* codec_table.c: the encodings: utf-8, utf-16, utf-32 (of either byte order, with marks or
 * without), ascii, latin-1 and cp1252. In: a name; out: a codec, whose functions read and write
 * one character. */
#include <stddef.h>
#include <string.h>
#include "value/codec_table.h"

/* ---- UTF-8 ----------------------------------------------------------------------------------- */

/* The bounds of the second byte of a sequence, which keep out overlong forms, surrogates and
 * what lies past U+10FFFF. */
static int second_byte_fits(unsigned char lead, unsigned char second)
{
    unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

static size_t read_utf8(const char *at, size_t rest, uint32_t *code, const char **reason)
{
    unsigned char lead = (unsigned char)*at;
    if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) {
        *reason = "invalid start byte";
        return 1;
    }
    size_t width = rt_utf8_width(lead);
    for (size_t i = 1; i < width; i++) {
        if (i == rest) {
            *reason = "unexpected end of data";
            return i;
        }
        int fits = i == 1 ? second_byte_fits(lead, (unsigned char)at[1]) : !rt_utf8_starts(at[i]);
        if (!fits) {
            *reason = "invalid continuation byte";
            return i;
        }
    }
    *code = rt_utf8_next(&at);
    return width;
}

static size_t write_utf8(uint32_t code, char out[RT_CODEC_LONGEST])
{
    return rt_utf8_put(code, out);
}

/* ---- UTF-16 and UTF-32 ----------------------------------------------------------------------- */

static uint32_t read_unit(const char *at, size_t size, int big)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < size; i++) unit = unit << 8 | (unsigned char)at[big ? i : size - 1 - i];
    return unit;
}

static size_t write_unit(uint32_t unit, char *out, size_t size, int big)
{
    for (size_t i = 0; i < size; i++) out[big ? size - 1 - i : i] = (char)(unit >> (8 * i));
    return size;
}

static size_t read_utf16(const char *at, size_t rest, uint32_t *code, const char **reason, int big)
{
    if (rest < 2) {
        *reason = "truncated data";
        return rest;
    }
    uint32_t first = read_unit(at, 2, big);
    *code = first;
    if (!RT_IS_SURROGATE(first)) return 2;
    if (first >= 0xdc00) {
        *reason = "illegal encoding";
        return 2;
    }
    if (rest < 4) {
        *reason = "unexpected end of data";
        return rest;
    }
    uint32_t second = read_unit(at + 2, 2, big);
    if (second < 0xdc00 || second > 0xdfff) {
        *reason = "illegal UTF-16 surrogate";
        return 2;
    }
    *code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    return 4;
}

static size_t write_utf16(uint32_t code, char out[RT_CODEC_LONGEST], int big)
{
    if (code < 0x10000) return write_unit(code, out, 2, big);
    write_unit(0xd800 + ((code - 0x10000) >> 10), out, 2, big);
    return 2 + write_unit(0xdc00 + (code & 0x3ff), out + 2, 2, big);
}

static size_t read_utf32(const char *at, size_t rest, uint32_t *code, const char **reason, int big)
{
    if (rest < 4) {
        *reason = "truncated data";
        return rest;
    }
    *code = read_unit(at, 4, big);
    if (*code > RT_CODE_POINT_MAX)
        *reason = "code point not in range(0x110000)";
    else if (RT_IS_SURROGATE(*code))
        *reason = "code point in surrogate code point range(0xd800, 0xe000)";
    return 4;
}

static size_t write_utf32(uint32_t code, char out[RT_CODEC_LONGEST], int big)
{
    return write_unit(code, out, 4, big);
}

/* Each in both byte orders. */
#define WITH_BYTE_ORDER(format, order, big)                                                        \
    static size_t read_##format##order(const char *at, size_t rest, uint32_t *code,                \
                                       const char **reason)                                        \
    {                                                                                              \
        return read_##format(at, rest, code, reason, big);                                         \
    }                                                                                              \
    static size_t write_##format##order(uint32_t code, char out[RT_CODEC_LONGEST])                 \
    {                                                                                              \
        return write_##format(code, out, big);                                                     \
    }
WITH_BYTE_ORDER(utf16, le, 0)
WITH_BYTE_ORDER(utf16, be, 1)
WITH_BYTE_ORDER(utf32, le, 0)
WITH_BYTE_ORDER(utf32, be, 1)

/* ---- one byte a character -------------------------------------------------------------------- */

static size_t read_ascii(const char *at, size_t rest, uint32_t *code, const char **reason)
{
    (void)rest;
    *code = (unsigned char)*at;
    if (*code >= 0x80) *reason = "ordinal not in range(128)";
    return 1;
}

static size_t write_ascii(uint32_t code, char out[RT_CODEC_LONGEST])
{
    out[0] = (char)code;
    return code < 0x80;
}

static size_t read_latin1(const char *at, size_t rest, uint32_t *code, const char **reason)
{
    (void)rest, (void)reason;
    *code = (unsigned char)*at;
    return 1;
}

static size_t write_latin1(uint32_t code, char out[RT_CODEC_LONGEST])
{
    out[0] = (char)code;
    return code < 0x100;
}

/* -- unicode_escape: Latin-1, and the rest as in string literals --------------------------- */

static const char escape_letters[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";

static size_t digits_at(const char *at, size_t most, unsigned base, uint32_t *value)
{
    size_t count = 0;
    for (*value = 0; count < most; count++) {
        char c = at[count];
        unsigned digit = c >= '0' && c <= '9'                 ? (unsigned)(c - '0')
                         : (c | 32) >= 'a' && (c | 32) <= 'f' ? (unsigned)((c | 32) - 'a' + 10)
                                                              : base;
        if (digit >= base) break;
        *value = *value * base + digit;
    }
    return count;
}

static size_t read_digits(const char *at, size_t rest, size_t wanted, uint32_t *code,
                          const char **reason)
{
    size_t count = digits_at(at + 2, rest - 2 < wanted ? rest - 2 : wanted, 16, code);
    if (count < wanted)
        *reason = wanted == 2   ? "truncated \\xXX escape"
                  : wanted == 4 ? "truncated \\uXXXX escape"
                                : "truncated \\UXXXXXXXX escape";
    else if (*code > 0x10ffff)
        *reason = "illegal Unicode character";
    return 2 + count;
}

static size_t read_escape(const char *at, size_t rest, uint32_t *code, const char **reason)
{
    *code = (unsigned char)*at;
    if (*at != '\\') return 1;
    if (rest == 1) {
        *reason = "\\ at end of string";
        return 1;
    }
    for (const char *letter = escape_letters; *letter; letter += 2)
        if (at[1] == *letter) {
            *code = (unsigned char)letter[1];
            return 2;
        }
    if (strchr("xuU", at[1]))
        return read_digits(at, rest, at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : 8, code, reason);
    uint32_t octal;
    size_t count = digits_at(at + 1, rest - 1 < 3 ? rest - 1 : 3, 8, &octal);
    if (count) *code = octal;
    return 1 + count;
}

static size_t write_escape(uint32_t code, char out[RT_CODEC_LONGEST])
{
    static const char hex[] = "0123456789abcdef";
    const char *letter = code == '\\'   ? "\\"
                         : code == '\n' ? "n"
                         : code == '\r' ? "r"
                         : code == '\t' ? "t"
                                        : NULL;
    out[0] = (char)code;
    if (!letter && code >= 0x20 && code < 0x7f) return 1;
    size_t digits = letter ? 0 : code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    out[0] = '\\';
    out[1] = letter ? *letter : digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (size_t i = 0; i < digits; i++) out[2 + i] = hex[code >> 4 * (digits - 1 - i) & 15];
    return 2 + digits;
}

/* What cp1252 has at 0x80 to 0x9f, where latin-1 has controls; 0 = nothing. */
static const uint16_t cp1252_upper[32] = {
    0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178,
};

static size_t read_cp1252(const char *at, size_t rest, uint32_t *code, const char **reason)
{
    (void)rest;
    *code = (unsigned char)*at;
    if (*code < 0x80 || *code >= 0xa0) return 1;
    *code = cp1252_upper[*code - 0x80];
    if (!*code) *reason = "character maps to <undefined>";
    return 1;
}

static size_t write_cp1252(uint32_t code, char out[RT_CODEC_LONGEST])
{
    out[0] = (char)code;
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return 1;
    for (int i = 0; i < 32; i++) {
        out[0] = (char)(0x80 + i);
        if (cp1252_upper[i] == code) return 1;
    }
    return 0;
}

/* ---- the table ------------------------------------------------------------------------------- */

#define SURROGATES "surrogates not allowed"
const rt_codec rt_codec_utf8 = {"utf-8", SURROGATES, read_utf8, write_utf8, 1,
                                1,       NULL,       0,         NULL,       NULL};
static const rt_codec utf8_sig = {"utf-8", SURROGATES,     read_utf8, write_utf8,     1,
                                  1,       "\xef\xbb\xbf", 3,         &rt_codec_utf8, NULL};
static const rt_codec utf16le = {"utf-16-le", SURROGATES, read_utf16le, write_utf16le, 2, 1,
                                 NULL,        0,          NULL,         NULL};
static const rt_codec utf16be = {"utf-16-be", SURROGATES, read_utf16be, write_utf16be, 2, 1,
                                 NULL,        0,          NULL,         NULL};
static const rt_codec utf16 = {"utf-16",   SURROGATES, read_utf16le, write_utf16le, 2, 1,
                               "\xff\xfe", 2,          &utf16le,     &utf16be};
static const rt_codec utf32le = {"utf-32-le", SURROGATES, read_utf32le, write_utf32le, 4, 1,
                                 NULL,        0,          NULL,         NULL};
static const rt_codec utf32be = {"utf-32-be", SURROGATES, read_utf32be, write_utf32be, 4, 1,
                                 NULL,        0,          NULL,         NULL};
static const rt_codec utf32 = {"utf-32",       SURROGATES, read_utf32le, write_utf32le, 4, 1,
                               "\xff\xfe\0\0", 4,          &utf32le,     &utf32be};
static const rt_codec ascii = {
    "ascii", "ordinal not in range(128)", read_ascii, write_ascii, 1, 0, NULL, 0, NULL, NULL};
static const rt_codec latin1 = {
    "latin-1", "ordinal not in range(256)", read_latin1, write_latin1, 1, 0, NULL, 0, NULL, NULL};
const rt_codec rt_codec_unicode_escape = {
    "unicodeescape", "", read_escape, write_escape, 1, 0, NULL, 0, NULL, NULL};
static const rt_codec cp1252 = {
    "charmap", "character maps to <undefined>", read_cp1252, write_cp1252, 1, 0, NULL, 0, NULL,
    NULL};

/* Spellings, in small letters and without hyphens, underscores and spaces. */
static const struct {
    const char *alias;
    const rt_codec *codec;
} aliases[] = {
    {"utf8", &rt_codec_utf8}, {"u8", &rt_codec_utf8},
    {"utf", &rt_codec_utf8},  {"cp65001", &rt_codec_utf8},
    {"utf8sig", &utf8_sig},   {"utf16", &utf16},
    {"u16", &utf16},          {"utf16le", &utf16le},
    {"utf16be", &utf16be},    {"utf32", &utf32},
    {"u32", &utf32},          {"utf32le", &utf32le},
    {"utf32be", &utf32be},    {"ascii", &ascii},
    {"usascii", &ascii},      {"646", &ascii},
    {"latin1", &latin1},      {"latin", &latin1},
    {"l1", &latin1},          {"iso88591", &latin1},
    {"8859", &latin1},        {"cp819", &latin1},
    {"cp1252", &cp1252},      {"windows1252", &cp1252},
    {"1252", &cp1252},        {"unicodeescape", &rt_codec_unicode_escape},
};

static int is_alias(const char *name, const char *alias)
{
    for (; *name; name++) {
        if (strchr("-_ ", *name)) continue;
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
        if (c != *alias++) return 0;
    }
    return *alias == '\0';
}

const rt_codec *rt_codec_find(const char *name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (is_alias(name, aliases[i].alias)) return aliases[i].codec;
    return NULL;
}
