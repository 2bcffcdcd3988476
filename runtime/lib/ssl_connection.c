/* ssl_connection.c: _ssl.Connection: one end of a connection, between two MemoryBIOs.
 *
 * In: what the peer has sent, in the incoming BIO. Out: what is to be sent to it, in the outgoing
 * one. A call that lacks input raises SSLWantReadError and is made again when there is more. */
#include <arpa/inet.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <string.h>

#include "exc/exception.h"
#include "lib/ssl.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/str.h"
#include "value/tuple.h"

#define SELF RT_SSL_CONNECTION(self)

/* Where CPython's messages say that they come from. */
enum { LINE_SIDE = 802, LINE_HANDSHAKE = 1006, LINE_WRITE = 2423, LINE_READ = 2580 };
enum { LINE_SHUTDOWN = 2706 };

/* ---- making ---------------------------------------------------------------------------------- */

static bool is_ip_address(const char *host)
{
    unsigned char out[16];

    return inet_pton(AF_INET, host, out) == 1 || inet_pton(AF_INET6, host, out) == 1;
}

/* Tells the peer which host is wanted and, where `checked`, looks for it in its certificate. */
static bool set_host(const rt_ssl_connection *c, bool checked)
{
    const char *host = rt_str_text(c->hostname, NULL);
    X509_VERIFY_PARAM *verify = SSL_get0_param(c->ssl);
    bool is_ip = is_ip_address(host);

    if (!is_ip && !SSL_set_tlsext_host_name(c->ssl, host)) return false;
    if (!checked) return true;
    return is_ip ? X509_VERIFY_PARAM_set1_ip_asc(verify, host)
                 : X509_VERIFY_PARAM_set1_host(verify, host, 0);
}

static bool fits_side(const rt_ssl_context *context, bool is_server)
{
    const SSL_METHOD *method = SSL_CTX_get_ssl_method(context->ssl);

    if (method != (is_server ? TLS_client_method() : TLS_server_method())) return true;
    return is_server
               ? rt_ssl_raise_at(context->errors,
                                 "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context",
                                 LINE_SIDE)
               : rt_ssl_raise_at(context->errors,
                                 "Cannot create a client socket with a PROTOCOL_TLS_SERVER context",
                                 LINE_SIDE + 7);
}

/* hostname: str or None; checked: whether the certificate must be the host's. */
rt_value rt_ssl_wrap(rt_value context, rt_value incoming, rt_value outgoing, rt_value server_side,
                     rt_value hostname, rt_value checked)
{
    bool is_server = rt_truth(server_side) > 0;
    BIO *in = RT_SSL_BIO(incoming)->bio, *out = RT_SSL_BIO(outgoing)->bio;

    if (!fits_side(RT_SSL_CONTEXT(context), is_server)) return 0;
    rt_ssl_connection *c = rt_object_new(&rt_ssl_connection_type, sizeof *c);
    c->ssl = SSL_new(RT_SSL_CONTEXT(context)->ssl);
    c->context = rt_retained(context);
    c->hostname = rt_retained(hostname);
    SSL_set_app_data(c->ssl, c);
    BIO_up_ref(in);
    BIO_up_ref(out);
    SSL_set_bio(c->ssl, in, out);
    if (is_server)
        SSL_set_accept_state(c->ssl);
    else
        SSL_set_connect_state(c->ssl);
    if (hostname == RT_NONE || set_host(c, rt_truth(checked) > 0)) return (rt_value)c;
    RT_RELEASE((rt_value)c);
    return rt_ssl_raise_queue(RT_SSL_CONTEXT(context)->errors, 0);
}

static void connection_dealloc(rt_object *self)
{
    rt_ssl_connection *c = (rt_ssl_connection *)self;

    SSL_free(c->ssl);
    RT_RELEASE(c->context);
    RT_RELEASE(c->hostname);
    rt_free(c, sizeof *c);
}

/* ---- transfers ------------------------------------------------------------------------------- */

rt_value rt_ssl_do_handshake(rt_value self)
{
    ERR_clear_error();
    int result = SSL_do_handshake(SELF->ssl);
    return result == 1 ? rt_retained(RT_NONE) : rt_ssl_raise_io(SELF, result, LINE_HANDSHAKE);
}

/* b'': the peer has closed. */
rt_value rt_ssl_read(rt_value self, rt_value size_value)
{
    static char chunk[64 << 10]; /* nobody else runs meanwhile */
    int64_t size;
    size_t got;

    if (!rt_to_i64(size_value, &size)) return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "size should not be negative");
    ERR_clear_error();
    if (!size) return rt_bytes_new("", 0);
    int result = SSL_read_ex(SELF->ssl, chunk,
                             (size_t)size < sizeof chunk ? (size_t)size : sizeof chunk, &got);
    if (result == 1) return rt_bytes_new(chunk, got);
    if (SSL_get_error(SELF->ssl, result) == SSL_ERROR_ZERO_RETURN) return rt_bytes_new("", 0);
    return rt_ssl_raise_io(SELF, result, LINE_READ);
}

rt_value rt_ssl_write(rt_value self, rt_value data)
{
    size_t size, written = 0;

    if (!rt_is_bytes_like(data))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               data);
    const char *bytes = rt_bytes_text(data, &size);
    ERR_clear_error();
    int result = SSL_write_ex(SELF->ssl, bytes, size, &written);
    return result == 1 ? RT_INT((int64_t)written) : rt_ssl_raise_io(SELF, result, LINE_WRITE);
}

rt_value rt_ssl_pending(rt_value self)
{
    return RT_INT(SSL_pending(SELF->ssl));
}

/* Tells the peer that nothing more will come, and waits for it to say so too. */
rt_value rt_ssl_shutdown(rt_value self)
{
    ERR_clear_error();
    int result = SSL_shutdown(SELF->ssl);
    if (result == 0) result = SSL_shutdown(SELF->ssl);
    return result == 1 ? rt_retained(RT_NONE) : rt_ssl_raise_io(SELF, result, LINE_SHUTDOWN);
}

/* ---- what has been agreed on ----------------------------------------------------------------- */

/* The peer's, as a dict (empty where it was not verified) or, binary, in DER; None: it has none. */
rt_value rt_ssl_certificate(rt_value self, rt_value binary)
{
    if (!SSL_is_init_finished(SELF->ssl))
        return rt_raise_format(&rt_exc_ValueError, "handshake not done yet");
    X509 *certificate = SSL_get0_peer_certificate(SELF->ssl);
    if (!certificate) return rt_retained(RT_NONE);
    if (rt_truth(binary) > 0) return rt_ssl_certificate_der(certificate);
    if (SSL_get_verify_mode(SELF->ssl) == SSL_VERIFY_NONE) return rt_dict_new();
    return rt_ssl_certificate_dict(certificate);
}

static rt_value cipher_tuple(const SSL_CIPHER *cipher)
{
    return rt_tuple_of(3, (rt_value[]){rt_str_c(SSL_CIPHER_get_name(cipher)),
                                       rt_str_c(SSL_CIPHER_get_version(cipher)),
                                       RT_INT(SSL_CIPHER_get_bits(cipher, NULL))});
}

rt_value rt_ssl_cipher(rt_value self)
{
    const SSL_CIPHER *cipher = SSL_get_current_cipher(SELF->ssl);

    return cipher ? cipher_tuple(cipher) : rt_retained(RT_NONE);
}

rt_value rt_ssl_shared_ciphers(rt_value self)
{
    STACK_OF(SSL_CIPHER) *own = SSL_get_ciphers(SELF->ssl);
    STACK_OF(SSL_CIPHER) *theirs = SSL_get_client_ciphers(SELF->ssl);

    if (!theirs) return rt_retained(RT_NONE);
    rt_value list = rt_list_of(0, NULL);
    for (int i = 0; i < sk_SSL_CIPHER_num(theirs); i++) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(theirs, i);
        if (sk_SSL_CIPHER_find(own, cipher) < 0) continue;
        rt_value row = cipher_tuple(cipher);
        RT_RELEASE(rt_list_append(list, row));
        RT_RELEASE(row);
    }
    return list;
}

rt_value rt_ssl_version(rt_value self)
{
    bool known = SSL_is_init_finished(SELF->ssl);

    return known ? rt_str_c(SSL_get_version(SELF->ssl)) : rt_retained(RT_NONE);
}

rt_value rt_ssl_alpn(rt_value self)
{
    const unsigned char *name;
    unsigned int size;

    SSL_get0_alpn_selected(SELF->ssl, &name, &size);
    return name ? rt_str_new((const char *)name, size) : rt_retained(RT_NONE);
}

/* The channel binding "tls-unique": the first message that ended the handshake. */
rt_value rt_ssl_unique(rt_value self)
{
    char bytes[128];
    bool from_server = SSL_session_reused(SELF->ssl) == !SSL_is_server(SELF->ssl);
    bool own = from_server == SSL_is_server(SELF->ssl);
    size_t size = own ? SSL_get_finished(SELF->ssl, bytes, sizeof bytes)
                      : SSL_get_peer_finished(SELF->ssl, bytes, sizeof bytes);

    return size ? rt_bytes_new(bytes, size) : rt_retained(RT_NONE);
}

rt_value rt_ssl_session_reused(rt_value self)
{
    return RT_BOOL(SSL_session_reused(SELF->ssl));
}

/* ---- the type -------------------------------------------------------------------------------- */

static const rt_native_def methods[] = {
#include "lib/ssl_connection.def"
    {0},
};

rt_type rt_ssl_connection_type = {
    .head = RT_TYPE_HEAD,
    .name = "_ssl._SSLSocket",
    .size = sizeof(rt_ssl_connection),
    .flags = RT_TYPE_FINAL,
    .base = &rt_object_type,
    .dealloc = connection_dealloc,
    .methods = methods,
};

/* ---- functions of the module ----------------------------------------------------------------- */

/* (variable, file, variable, directory) where OpenSSL looks for authorities. */
rt_value rt_ssl_default_verify_paths(void)
{
    return rt_tuple_of(4, (rt_value[]){rt_str_c(X509_get_default_cert_file_env()),
                                       rt_str_c(X509_get_default_cert_file()),
                                       rt_str_c(X509_get_default_cert_dir_env()),
                                       rt_str_c(X509_get_default_cert_dir())});
}

/* (text, number) */
rt_value rt_ssl_openssl_version(void)
{
    return rt_tuple_of(2, (rt_value[]){rt_str_c(OpenSSL_version(OPENSSL_VERSION)),
                                       RT_INT((int64_t)OpenSSL_version_num())});
}

rt_value rt_ssl_random_bytes(rt_value count)
{
    int64_t size;

    if (!rt_to_i64(count, &size)) return 0;
    if (size < 0 || size > INT_MAX)
        return rt_raise_format(&rt_exc_ValueError, "num must be positive");
    rt_value bytes = rt_bytes_sized((size_t)size);
    RAND_bytes((unsigned char *)RT_BYTES(bytes)->text, (int)size);
    return bytes;
}
