/* ssl_error.c: what OpenSSL complains of as exceptions of the module ssl.
 *
 * In: OpenSSL's queue of errors, or the result of a call on a connection. Out: a pending exception
 * of one of the context's classes, with CPython's words. */
#include <ctype.h>
#include <errno.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "exc/exception.h"
#include "lib/ssl.h"
#include "value/str.h"
#include "value/tuple.h"

enum { WORDS = 160, ERROR_EOF = 8 };

static const struct {
    int library;
    const char *name;
} libraries[] = {
    {ERR_LIB_SSL, "SSL"},   {ERR_LIB_X509, "X509"},     {ERR_LIB_PEM, "PEM"},
    {ERR_LIB_EVP, "EVP"},   {ERR_LIB_ASN1, "ASN1"},     {ERR_LIB_RSA, "RSA"},
    {ERR_LIB_EC, "EC"},     {ERR_LIB_X509V3, "X509V3"}, {ERR_LIB_BIO, "BIO"},
    {ERR_LIB_DH, "DH"},     {ERR_LIB_BN, "BN"},         {ERR_LIB_CONF, "CONF"},
    {ERR_LIB_RAND, "RAND"}, {ERR_LIB_PKCS12, "PKCS12"}, {ERR_LIB_CRYPTO, "CRYPTO"},
};

static const char *library_name(unsigned long code)
{
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++)
        if (libraries[i].library == ERR_GET_LIB(code)) return libraries[i].name;
    return NULL;
}

/* The name of a reason is its text in capitals; what only names the library that failed has
 * none. */
static bool reason_name(unsigned long code, char name[WORDS])
{
    const char *text = ERR_reason_error_string(code);
    size_t i;

    if (!code || !text || (ERR_GET_REASON(code) & ERR_RFLAG_COMMON)) return false;
    for (i = 0; i < WORDS - 1 && text[i]; i++)
        name[i] = isalnum((unsigned char)text[i]) ? (char)toupper((unsigned char)text[i]) : '_';
    name[i] = '\0';
    return true;
}

static bool set_attribute(rt_value error, const char *name, rt_value v)
{
    bool done = v && rt_setattr(error, rt_intern(name, strlen(name)), v);

    RT_RELEASE_OPT(v);
    return done;
}

static rt_value text_or_none(const char *text)
{
    return text ? rt_str_c(text) : rt_retained(RT_NONE);
}

/* "certificate verify failed: " goes on with what was wrong. Owned. */
static rt_value verify_words(const rt_ssl_connection *connection, long code)
{
    if (code == X509_V_ERR_HOSTNAME_MISMATCH)
        return rt_str_format("Hostname mismatch, certificate is not valid for '%V'.",
                             connection->hostname);
    if (code == X509_V_ERR_IP_ADDRESS_MISMATCH)
        return rt_str_format("IP address mismatch, certificate is not valid for '%V'.",
                             connection->hostname);
    return rt_str_c(X509_verify_cert_error_string(code));
}

static rt_value message(unsigned long code, const char *text, rt_value verify, int line)
{
    const char *library = library_name(code);
    char reason[WORDS];

    if (verify)
        return rt_str_format("[%s: CERTIFICATE_VERIFY_FAILED] %s: %V (_ssl.c:%d)", library, text,
                             verify, line);
    if (library && reason_name(code, reason))
        return rt_str_format("[%s: %s] %s (_ssl.c:%d)", library, reason, text, line);
    if (library) return rt_str_format("[%s] %s (_ssl.c:%d)", library, text, line);
    return rt_str_format("%s (_ssl.c:%d)", text, line);
}

/* class(number, message) with what the queue's `code` tells as attributes. */
static rt_value raise_error(rt_value errors, rt_ssl_error_class class, int number,
                            unsigned long code, const char *text, rt_value verify, int line)
{
    char reason[WORDS];
    rt_value words = message(code, text, verify, line);
    rt_value error = rt_call2(RT_TUPLE(errors)->items[class], RT_INT(number), words);

    RT_RELEASE(words);
    if (!error) return 0;
    if (set_attribute(error, "library", text_or_none(library_name(code))) &&
        set_attribute(error, "reason", text_or_none(reason_name(code, reason) ? reason : NULL)))
        rt_raise(error, 0);
    RT_RELEASE(error);
    return 0;
}

static rt_value raise_unverified(const rt_ssl_connection *connection, rt_value errors,
                                 unsigned long code, int line)
{
    long verified = SSL_get_verify_result(connection->ssl);
    rt_value words = verify_words(connection, verified);

    raise_error(errors, RT_SSL_CERTIFICATE, SSL_ERROR_SSL, code, ERR_reason_error_string(code),
                words, line);
    rt_value error = rt_catch();
    set_attribute(error, "verify_code", RT_INT(verified));
    set_attribute(error, "verify_message", words);
    rt_rethrow(error);
    return 0;
}

static const char *words_of(unsigned long code)
{
    const char *text = code ? ERR_reason_error_string(code) : NULL;

    return text ? text : "A failure in the SSL library occurred";
}

rt_value rt_ssl_raise_words(rt_value errors, const char *words)
{
    rt_value text = rt_str_c(words);
    rt_value error = rt_call1(RT_TUPLE(errors)->items[RT_SSL_ERROR], text);

    RT_RELEASE(text);
    if (!error) return 0;
    rt_raise(error, 0);
    RT_RELEASE(error);
    return 0;
}

rt_value rt_ssl_raise_at(rt_value errors, const char *words, int line)
{
    return raise_error(errors, RT_SSL_ERROR, 0, 0, words, 0, line);
}

rt_value rt_ssl_raise_queue(rt_value errors, int line)
{
    unsigned long code = ERR_peek_last_error();

    raise_error(errors, RT_SSL_ERROR, code ? ERR_GET_REASON(code) : SSL_ERROR_SSL, code,
                words_of(code), 0, line);
    ERR_clear_error();
    return 0;
}

rt_value rt_ssl_raise_file(rt_value errors, int line)
{
    int error = errno;

    if (!error) return rt_ssl_raise_queue(errors, line);
    ERR_clear_error();
    return rt_raise_os_error(error, 0);
}

static rt_value raise_broken(const rt_ssl_connection *connection, rt_value errors, int line)
{
    unsigned long code = ERR_peek_last_error();

    if (ERR_GET_LIB(code) == ERR_LIB_SSL) {
        if (ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED)
            return raise_unverified(connection, errors, code, line);
        if (ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
            return raise_error(errors, RT_SSL_EOF, ERROR_EOF, code,
                               "EOF occurred in violation of protocol", 0, line);
    }
    return raise_error(errors, RT_SSL_ERROR, SSL_ERROR_SSL, code, words_of(code), 0, line);
}

rt_value rt_ssl_raise_io(const rt_ssl_connection *connection, int result, int line)
{
    rt_value errors = RT_SSL_CONTEXT(connection->context)->errors;
    int kind = SSL_get_error(connection->ssl, result);

    switch (kind) {
    case SSL_ERROR_ZERO_RETURN:
        raise_error(errors, RT_SSL_ZERO_RETURN, kind, 0, "TLS/SSL connection has been closed (EOF)",
                    0, line);
        break;
    case SSL_ERROR_WANT_READ:
        raise_error(errors, RT_SSL_WANT_READ, kind, 0, "The operation did not complete (read)", 0,
                    line);
        break;
    case SSL_ERROR_WANT_WRITE:
        raise_error(errors, RT_SSL_WANT_WRITE, kind, 0, "The operation did not complete (write)", 0,
                    line);
        break;
    case SSL_ERROR_SYSCALL:
        raise_error(errors, RT_SSL_EOF, ERROR_EOF, 0, "EOF occurred in violation of protocol", 0,
                    line);
        break;
    default: raise_broken(connection, errors, line);
    }
    ERR_clear_error();
    return 0;
}
