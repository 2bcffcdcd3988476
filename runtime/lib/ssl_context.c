/* ssl_context.c: _ssl.Context: what connections have in common: certificates, versions, ciphers.
 *
 * In: settings of ssl.SSLContext, which keeps what programs read back. Out: an SSL_CTX. */
#include <errno.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "exc/exception.h"
#include "lib/ssl.h"
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/str.h"
#include "value/tuple.h"

#define SELF RT_SSL_CONTEXT(self)

/* Where CPython's messages say that they come from. */
enum { LINE_CERTIFICATE = 3905, LINE_KEY = 3926, LINE_PAIR = 3934, LINE_CAFILE = 4154 };
enum { LINE_CADATA = 4020, LINE_CADATA_END = 4040 };

/* What is asked of no particular cipher: strong ones with forward secrecy first. */
#define DEFAULT_CIPHERS                                                                            \
    "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

enum protocol { ANY_SIDE = 2, CLIENT = 16, SERVER = 17 };

/* ---- life ------------------------------------------------------------------------------------ */

static const SSL_METHOD *method_of(int64_t protocol)
{
    switch (protocol) {
    case CLIENT: return TLS_client_method();
    case SERVER: return TLS_server_method();
    case ANY_SIDE: return TLS_method();
    default: return NULL;
    }
}

static void prepare(SSL_CTX *ssl, int64_t protocol)
{
    SSL_CTX_set_options(ssl, (SSL_OP_ALL & ~SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS) | SSL_OP_NO_SSLv3 |
                                 SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                 SSL_OP_SINGLE_DH_USE | SSL_OP_SINGLE_ECDH_USE |
                                 SSL_OP_ENABLE_MIDDLEBOX_COMPAT);
    SSL_CTX_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                              SSL_MODE_AUTO_RETRY | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(ssl, DEFAULT_CIPHERS);
    SSL_CTX_set_min_proto_version(ssl, TLS1_2_VERSION);
    SSL_CTX_set_session_id_context(ssl, (const unsigned char *)"Python", sizeof "Python");
    SSL_CTX_set_verify(ssl, protocol == CLIENT ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);
    X509_VERIFY_PARAM *verify = SSL_CTX_get0_param(ssl);
    X509_VERIFY_PARAM_set_flags(verify, X509_V_FLAG_TRUSTED_FIRST);
    X509_VERIFY_PARAM_set_hostflags(verify, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
}

/* Context(protocol, errors) */
static rt_value context_construct(rt_type *cls, const rt_args *args)
{
    int64_t protocol;

    if (!rt_no_keywords("Context", args) || !rt_count_between("Context", args, 2, 2) ||
        !rt_to_i64(args->values[0], &protocol))
        return 0;
    const SSL_METHOD *method = method_of(protocol);
    if (!method)
        return rt_raise_format(&rt_exc_ValueError, "invalid or unsupported protocol version %R",
                               args->values[0]);
    SSL_CTX *ssl = SSL_CTX_new(method);
    if (!ssl) return rt_ssl_raise_queue(args->values[1], 0);
    rt_ssl_context *made = rt_object_new(cls, cls->size);
    made->ssl = ssl;
    made->errors = rt_retained(args->values[1]);
    prepare(ssl, protocol);
    return (rt_value)made;
}

static void context_dealloc(rt_object *self)
{
    rt_ssl_context *context = (rt_ssl_context *)self;

    SSL_CTX_free(context->ssl);
    RT_RELEASE_OPT(context->errors);
    if (context->protocols) rt_free(context->protocols, context->protocols_size);
    rt_ssl_end_callbacks(context);
    rt_free(self, self->type->size);
}

/* What the program gave may lead back to the context. */
static void context_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    const rt_ssl_context *c = (rt_ssl_context *)self;

    if (c->name_callback) visit(c->name_callback, context);
    if (c->errors) visit(c->errors, context);
}

static void context_clear(rt_object *self)
{
    rt_store(&((rt_ssl_context *)self)->name_callback, 0);
}

/* ---- certificates ---------------------------------------------------------------------------- */

static int give_password(char *out, int room, int writing, void *context)
{
    size_t size;
    const char *text = rt_bytes_text(((rt_ssl_context *)context)->password, &size);

    (void)writing;
    if (size > (size_t)room) return -1;
    memcpy(out, text, size);
    return (int)size;
}

static bool load_pair(const rt_ssl_context *context, const char *certificate, const char *key)
{
    errno = 0;
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context->ssl, certificate) != 1)
        return rt_ssl_raise_file(context->errors, LINE_CERTIFICATE);
    errno = 0;
    if (SSL_CTX_use_PrivateKey_file(context->ssl, key, SSL_FILETYPE_PEM) != 1)
        return rt_ssl_raise_file(context->errors, LINE_KEY);
    if (SSL_CTX_check_private_key(context->ssl) != 1)
        return rt_ssl_raise_queue(context->errors, LINE_PAIR);
    return true;
}

/* certfile and keyfile: str; password: bytes or None (then OpenSSL asks the terminal). */
rt_value rt_ssl_load_cert_chain(rt_value self, rt_value certfile, rt_value keyfile,
                                rt_value password)
{
    bool has_password = password != RT_NONE;

    if (has_password) {
        SELF->password = password;
        SSL_CTX_set_default_passwd_cb(SELF->ssl, give_password);
        SSL_CTX_set_default_passwd_cb_userdata(SELF->ssl, SELF);
    }
    bool loaded = load_pair(SELF, rt_str_text(certfile, NULL), rt_str_text(keyfile, NULL));
    if (has_password) {
        SELF->password = 0;
        SSL_CTX_set_default_passwd_cb(SELF->ssl, NULL);
        SSL_CTX_set_default_passwd_cb_userdata(SELF->ssl, NULL);
    }
    return loaded ? rt_retained(RT_NONE) : 0;
}

/* Whether reading certificates one by one has ended because there are no more: the text goes on
 * with something else, or what follows in binary is none. */
static bool at_end(bool pem)
{
    unsigned long code = ERR_peek_last_error();

    if (!pem) return !code || ERR_GET_LIB(code) == ERR_LIB_ASN1;
    return ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

/* Adds the certificates of a text in memory. */
static bool add_certificates(const rt_ssl_context *context, const char *data, size_t size, bool pem)
{
    X509_STORE *store = SSL_CTX_get_cert_store(context->ssl);
    BIO *from = BIO_new_mem_buf(data, (int)size);
    int count = 0;

    for (X509 *certificate;; count++) {
        certificate = pem ? PEM_read_bio_X509(from, NULL, NULL, NULL) : d2i_X509_bio(from, NULL);
        if (!certificate) break;
        X509_STORE_add_cert(store, certificate); /* one that is there already is no mistake */
        X509_free(certificate);
    }
    BIO_free(from);
    if (!at_end(pem)) return rt_ssl_raise_queue(context->errors, LINE_CADATA_END);
    ERR_clear_error();
    if (count) return true;
    return rt_ssl_raise_at(context->errors,
                           pem ? "no start line: cadata does not contain a certificate"
                               : "not enough data: cadata does not contain a certificate",
                           LINE_CADATA);
}

/* cafile, capath: str or None; cadata: str (PEM), bytes (DER) or None. */
rt_value rt_ssl_load_verify_locations(rt_value self, rt_value cafile, rt_value capath,
                                      rt_value cadata)
{
    if (cadata != RT_NONE) {
        size_t size;
        bool pem = rt_is_str(cadata);
        const char *data = pem ? rt_str_text(cadata, &size) : rt_bytes_text(cadata, &size);
        if (!add_certificates(SELF, data, size, pem)) return 0;
    }
    if (cafile == RT_NONE && capath == RT_NONE) return rt_retained(RT_NONE);
    errno = 0;
    ERR_clear_error();
    if (SSL_CTX_load_verify_locations(SELF->ssl,
                                      cafile == RT_NONE ? NULL : rt_str_text(cafile, NULL),
                                      capath == RT_NONE ? NULL : rt_str_text(capath, NULL)) != 1)
        return rt_ssl_raise_file(SELF->errors, LINE_CAFILE);
    return rt_retained(RT_NONE);
}

rt_value rt_ssl_set_default_verify_paths(rt_value self)
{
    SSL_CTX_set_default_verify_paths(SELF->ssl);
    ERR_clear_error();
    return rt_retained(RT_NONE);
}

/* (certificates, revocation lists, authorities) */
rt_value rt_ssl_cert_counts(rt_value self)
{
    STACK_OF(X509_OBJECT) *objects = X509_STORE_get0_objects(SSL_CTX_get_cert_store(SELF->ssl));
    int certificates = 0, lists = 0, authorities = 0;

    for (int i = 0; i < sk_X509_OBJECT_num(objects); i++) {
        X509_OBJECT *object = sk_X509_OBJECT_value(objects, i);
        X509 *certificate = X509_OBJECT_get0_X509(object);
        certificates += X509_OBJECT_get_type(object) == X509_LU_X509;
        lists += X509_OBJECT_get_type(object) == X509_LU_CRL;
        authorities += certificate && X509_check_ca(certificate) > 0;
    }
    return rt_tuple_of(3, (rt_value[]){RT_INT(certificates), RT_INT(lists), RT_INT(authorities)});
}

rt_value rt_ssl_get_ca_certs(rt_value self, rt_value binary)
{
    STACK_OF(X509_OBJECT) *objects = X509_STORE_get0_objects(SSL_CTX_get_cert_store(SELF->ssl));
    rt_value list = rt_list_of(0, NULL);

    for (int i = 0; i < sk_X509_OBJECT_num(objects); i++) {
        X509 *certificate = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(objects, i));
        if (!certificate || X509_check_ca(certificate) <= 0) continue;
        rt_value shown = rt_truth(binary) > 0 ? rt_ssl_certificate_der(certificate)
                                              : rt_ssl_certificate_dict(certificate);
        RT_RELEASE(rt_list_append(list, shown));
        RT_RELEASE(shown);
    }
    return list;
}

/* ---- settings -------------------------------------------------------------------------------- */

rt_value rt_ssl_set_ciphers(rt_value self, rt_value text)
{
    bool known = SSL_CTX_set_cipher_list(SELF->ssl, rt_str_text(text, NULL)) == 1;

    ERR_clear_error();
    return known ? rt_retained(RT_NONE)
                 : rt_ssl_raise_words(SELF->errors, "No cipher can be selected.");
}

/* A list of dicts with name, protocol, strength. */
rt_value rt_ssl_get_ciphers(rt_value self)
{
    STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(SELF->ssl);
    rt_value list = rt_list_of(0, NULL);

    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); i++) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
        int bits, strength = SSL_CIPHER_get_bits(cipher, &bits);
        rt_value row = rt_dict_of(
            5, (rt_value[]){rt_str_c("id"), RT_INT(SSL_CIPHER_get_id(cipher)), rt_str_c("name"),
                            rt_str_c(SSL_CIPHER_get_name(cipher)), rt_str_c("protocol"),
                            rt_str_c(SSL_CIPHER_get_version(cipher)), rt_str_c("strength_bits"),
                            RT_INT(strength), rt_str_c("alg_bits"), RT_INT(bits)});
        RT_RELEASE(rt_list_append(list, row));
        RT_RELEASE(row);
    }
    return list;
}

/* A client's list is offered as it is; a server takes the first of the client's that it has. */
static int choose_protocol(SSL *ssl, const unsigned char **out, unsigned char *size,
                           const unsigned char *offered, unsigned int offered_size, void *context)
{
    const rt_ssl_context *c = context;

    (void)ssl;
    if (!c->protocols_size) return SSL_TLSEXT_ERR_NOACK;
    int chosen = SSL_select_next_proto((unsigned char **)out, size, c->protocols, c->protocols_size,
                                       offered, offered_size);
    return chosen == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

/* protocols: bytes, each name behind its length. */
rt_value rt_ssl_set_alpn(rt_value self, rt_value protocols)
{
    size_t size;
    const char *bytes = rt_bytes_text(protocols, &size);

    if (SELF->protocols) rt_free(SELF->protocols, SELF->protocols_size);
    SELF->protocols = size ? rt_alloc(size) : NULL;
    SELF->protocols_size = (unsigned int)size;
    if (size) memcpy(SELF->protocols, bytes, size);
    SSL_CTX_set_alpn_protos(SELF->ssl, SELF->protocols, SELF->protocols_size);
    SSL_CTX_set_alpn_select_cb(SELF->ssl, choose_protocol, SELF);
    return rt_retained(RT_NONE);
}

/* mode: CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED */
rt_value rt_ssl_set_verify(rt_value self, rt_value mode)
{
    static const int modes[] = {SSL_VERIFY_NONE, SSL_VERIFY_PEER,
                                SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT};
    int64_t number;

    if (!rt_to_i64(mode, &number)) return 0;
    if (number < 0 || number > 2)
        return rt_raise_format(&rt_exc_ValueError, "invalid value for verify_mode");
    SSL_CTX_set_verify(SELF->ssl, modes[number], NULL);
    return rt_retained(RT_NONE);
}

rt_value rt_ssl_set_verify_flags(rt_value self, rt_value flags)
{
    X509_VERIFY_PARAM *verify = SSL_CTX_get0_param(SELF->ssl);
    int64_t number;

    if (!rt_to_i64(flags, &number)) return 0;
    X509_VERIFY_PARAM_clear_flags(verify, X509_VERIFY_PARAM_get_flags(verify));
    X509_VERIFY_PARAM_set_flags(verify, (unsigned long)number);
    return rt_retained(RT_NONE);
}

rt_value rt_ssl_get_verify_flags(rt_value self)
{
    return RT_INT((int64_t)X509_VERIFY_PARAM_get_flags(SSL_CTX_get0_param(SELF->ssl)));
}

rt_value rt_ssl_set_options(rt_value self, rt_value options)
{
    int64_t number;

    if (!rt_to_i64(options, &number)) return 0;
    uint64_t there = SSL_CTX_get_options(SELF->ssl);
    SSL_CTX_clear_options(SELF->ssl, there & ~(uint64_t)number);
    SSL_CTX_set_options(SELF->ssl, (uint64_t)number & ~there);
    return rt_retained(RT_NONE);
}

rt_value rt_ssl_get_options(rt_value self)
{
    return RT_INT((int64_t)SSL_CTX_get_options(SELF->ssl));
}

/* Version numbers, 0 = as low or as high as there are. False: there is no such version. */
rt_value rt_ssl_set_versions(rt_value self, rt_value lowest, rt_value highest)
{
    int64_t low, high;

    if (!rt_to_i64(lowest, &low) || !rt_to_i64(highest, &high)) return 0;
    return RT_BOOL(SSL_CTX_set_min_proto_version(SELF->ssl, (int)low) == 1 &&
                   SSL_CTX_set_max_proto_version(SELF->ssl, (int)high) == 1);
}

/* ---- the type -------------------------------------------------------------------------------- */

static const rt_native_def methods[] = {
#include "lib/ssl_context.def"
    {0},
};

rt_type rt_ssl_context_type = {
    .head = RT_TYPE_HEAD,
    .name = "_ssl.Context",
    .size = sizeof(rt_ssl_context),
    .base = &rt_object_type,
    .construct = context_construct,
    .traverse = context_traverse,
    .clear = context_clear,
    .dealloc = context_dealloc,
    .methods = methods,
};
