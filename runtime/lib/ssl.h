/* ssl.h: the module _ssl over OpenSSL: contexts, connections over memory, certificates as dicts.
 *
 * Everything here works on bytes in memory; the Python module ssl and asyncio's transports move
 * them to and from sockets. The classes of errors are ssl's own: a context is given them when it is
 * made. */
#ifndef ASYNCC_LIB_SSL_H
#define ASYNCC_LIB_SSL_H

#include <openssl/ssl.h>

#include "value/object.h"

/* The classes of errors, in the order in which ssl.py gives them. */
typedef enum rt_ssl_error_class {
    RT_SSL_ERROR,
    RT_SSL_ZERO_RETURN,
    RT_SSL_WANT_READ,
    RT_SSL_WANT_WRITE,
    RT_SSL_SYSCALL,
    RT_SSL_EOF,
    RT_SSL_CERTIFICATE,
    RT_SSL_ERROR_CLASSES,
} rt_ssl_error_class;

typedef struct rt_ssl_context {
    rt_object head;
    SSL_CTX *ssl;
    rt_value errors;          /* a tuple of classes */
    rt_value password;        /* bytes: of the private key that is being loaded; or 0 */
    unsigned char *protocols; /* of ALPN, as they go over the wire */
    unsigned int protocols_size;
    rt_value name_callback; /* f(owner of the connection, server name or None); 0 = none */
    BIO *key_log;           /* NULL = none */
} rt_ssl_context;
#define RT_SSL_CONTEXT(v) ((rt_ssl_context *)(v))

typedef struct rt_ssl_bio {
    rt_object head;
    BIO *bio;
    bool eof; /* nothing more will be written to it */
} rt_ssl_bio;
#define RT_SSL_BIO(v) ((rt_ssl_bio *)(v))

typedef struct rt_ssl_connection {
    rt_object head;
    SSL *ssl;
    rt_value context;
    rt_value hostname; /* str, or RT_NONE */
    rt_value owner;    /* the SSLObject or SSLSocket, not counted: it has this; 0 = not known */
} rt_ssl_connection;
#define RT_SSL_CONNECTION(v) ((rt_ssl_connection *)(v))

extern rt_type rt_ssl_context_type, rt_ssl_bio_type, rt_ssl_connection_type;

/* ---- errors (ssl_error.c); they give 0. `line` is where CPython's text says it is from. */

rt_value rt_ssl_raise_words(rt_value errors, const char *words);        /* SSLError(words) */
rt_value rt_ssl_raise_at(rt_value errors, const char *words, int line); /* SSLError(0, words) */
/* What OpenSSL's queue says. */
rt_value rt_ssl_raise_queue(rt_value errors, int line);
/* What a call on a connection that returned `result` has met. */
rt_value rt_ssl_raise_io(const rt_ssl_connection *connection, int result, int line);
/* What reading a file has met: OSError where errno is set, else what the queue says. */
rt_value rt_ssl_raise_file(rt_value errors, int line);

/* ---- callbacks (ssl_callbacks.c) */

void rt_ssl_end_callbacks(rt_ssl_context *context); /* of dealloc */

/* ---- certificates (ssl_certificate.c) */

rt_value rt_ssl_certificate_dict(X509 *certificate);
rt_value rt_ssl_certificate_der(X509 *certificate);

#endif
