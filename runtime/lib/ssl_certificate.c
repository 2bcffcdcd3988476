/* ssl_certificate.c: certificates as programs read them: dicts in the layout of
 * SSLSocket.getpeercert(), or DER. */
#include <arpa/inet.h>
#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "exc/exception.h"
#include "lib/ssl.h"
#include "value/bytes.h"
#include "value/list.h"
#include "value/str.h"
#include "value/tuple.h"

/* What has been printed to a BIO in memory, which is freed. */
static rt_value printed(BIO *bio)
{
    char *text;
    long size = BIO_get_mem_data(bio, &text);
    rt_value str = rt_str_new(text, size > 0 ? (size_t)size : 0);

    BIO_free(bio);
    return str;
}

static void put(rt_value dict, const char *key, rt_value item)
{
    rt_dict_put(dict, rt_str_c(key), item);
}

static void append(rt_value list, rt_value item)
{
    RT_RELEASE(rt_list_append(list, item));
    RT_RELEASE(item);
}

/* A list (consumed) as a tuple. */
static rt_value as_tuple(rt_value list)
{
    rt_value tuple = rt_tuple_copy(RT_LIST(list)->count, RT_LIST(list)->items);

    RT_RELEASE(list);
    return tuple;
}

/* ---- names ----------------------------------------------------------------------------------- */

static rt_value object_name(const ASN1_OBJECT *object)
{
    char text[256];
    int number = OBJ_obj2nid(object);

    if (number != NID_undef) return rt_str_c(OBJ_nid2ln(number));
    OBJ_obj2txt(text, sizeof text, object, 1);
    return rt_str_c(text);
}

static rt_value string_value(const ASN1_STRING *string)
{
    unsigned char *text = NULL;
    int size = ASN1_STRING_to_UTF8(&text, string);
    rt_value str = rt_str_new((const char *)text, size > 0 ? (size_t)size : 0);

    OPENSSL_free(text);
    return str;
}

/* ((('countryName', 'XY'),), (('commonName', 'localhost'),)): parts that belong together stand in
 * one tuple. */
static rt_value name_tuple(const X509_NAME *name)
{
    rt_value parts = rt_list_of(0, NULL), part = rt_list_of(0, NULL);

    for (int i = 0; i < X509_NAME_entry_count(name); i++) {
        const X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, i);
        if (i &&
            X509_NAME_ENTRY_set(entry) != X509_NAME_ENTRY_set(X509_NAME_get_entry(name, i - 1))) {
            append(parts, as_tuple(part));
            part = rt_list_of(0, NULL);
        }
        append(part, rt_tuple_of(2, (rt_value[]){object_name(X509_NAME_ENTRY_get_object(entry)),
                                                 string_value(X509_NAME_ENTRY_get_data(entry))}));
    }
    if (RT_LIST(part)->count)
        append(parts, as_tuple(part));
    else
        RT_RELEASE(part);
    return as_tuple(parts);
}

static rt_value ip_address(const ASN1_OCTET_STRING *ip)
{
    const unsigned char *bytes = ip->data;

    if (ip->length == 4)
        return rt_str_format("%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]);
    if (ip->length != 16) return rt_str_c("<invalid>");
#define WORD(i) (bytes[2 * (i)] << 8 | bytes[2 * (i) + 1])
    return rt_str_format("%X:%X:%X:%X:%X:%X:%X:%X", WORD(0), WORD(1), WORD(2), WORD(3), WORD(4),
                         WORD(5), WORD(6), WORD(7));
#undef WORD
}

/* ("DNS", "localhost") */
static rt_value alternative_name(GENERAL_NAME *name)
{
    const char *kind;
    rt_value text;

    switch (name->type) {
    case GEN_DNS: kind = "DNS", text = string_value(name->d.ia5); break;
    case GEN_EMAIL: kind = "email", text = string_value(name->d.ia5); break;
    case GEN_URI: kind = "URI", text = string_value(name->d.ia5); break;
    case GEN_DIRNAME: kind = "DirName", text = name_tuple(name->d.dirn); break;
    case GEN_IPADD: kind = "IP Address", text = ip_address(name->d.ip); break;
    case GEN_RID: kind = "Registered ID", text = object_name(name->d.rid); break;
    default: kind = "othername", text = rt_str_c("<unsupported>");
    }
    return rt_tuple_of(2, (rt_value[]){rt_str_c(kind), text});
}

static void put_alternative_names(rt_value dict, X509 *certificate)
{
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    rt_value list;

    if (!names) return;
    list = rt_list_of(0, NULL);
    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++)
        append(list, alternative_name(sk_GENERAL_NAME_value(names, i)));
    GENERAL_NAMES_free(names);
    put(dict, "subjectAltName", as_tuple(list));
}

/* ---- addresses ------------------------------------------------------------------------------- */

static void put_authority(rt_value dict, X509 *certificate, int method, const char *key)
{
    AUTHORITY_INFO_ACCESS *info = X509_get_ext_d2i(certificate, NID_info_access, NULL, NULL);
    rt_value list = rt_list_of(0, NULL);

    for (int i = 0; info && i < sk_ACCESS_DESCRIPTION_num(info); i++) {
        const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(info, i);
        if (OBJ_obj2nid(access->method) == method && access->location->type == GEN_URI)
            append(list, string_value(access->location->d.uniformResourceIdentifier));
    }
    AUTHORITY_INFO_ACCESS_free(info);
    if (RT_LIST(list)->count)
        put(dict, key, as_tuple(list));
    else
        RT_RELEASE(list);
}

static void add_addresses(rt_value list, const DIST_POINT *point)
{
    const GENERAL_NAMES *names =
        point->distpoint && point->distpoint->type == 0 ? point->distpoint->name.fullname : NULL;

    for (int i = 0; names && i < sk_GENERAL_NAME_num(names); i++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_URI) append(list, string_value(name->d.ia5));
    }
}

static void put_revocation_lists(rt_value dict, X509 *certificate)
{
    CRL_DIST_POINTS *points =
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, NULL, NULL);
    rt_value list = rt_list_of(0, NULL);

    for (int i = 0; points && i < sk_DIST_POINT_num(points); i++)
        add_addresses(list, sk_DIST_POINT_value(points, i));
    CRL_DIST_POINTS_free(points);
    if (RT_LIST(list)->count)
        put(dict, "crlDistributionPoints", as_tuple(list));
    else
        RT_RELEASE(list);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static rt_value serial_text(const X509 *certificate)
{
    BIO *out = BIO_new(BIO_s_mem());

    i2a_ASN1_INTEGER(out, X509_get0_serialNumber(certificate));
    return printed(out);
}

static rt_value time_text(const ASN1_TIME *time)
{
    BIO *out = BIO_new(BIO_s_mem());

    ASN1_TIME_print(out, time);
    return printed(out);
}

rt_value rt_ssl_certificate_dict(X509 *certificate)
{
    rt_value dict = rt_dict_new();

    put(dict, "subject", name_tuple(X509_get_subject_name(certificate)));
    put(dict, "issuer", name_tuple(X509_get_issuer_name(certificate)));
    put(dict, "version", RT_INT(X509_get_version(certificate) + 1));
    put(dict, "serialNumber", serial_text(certificate));
    put(dict, "notBefore", time_text(X509_get0_notBefore(certificate)));
    put(dict, "notAfter", time_text(X509_get0_notAfter(certificate)));
    put_alternative_names(dict, certificate);
    put_authority(dict, certificate, NID_ad_OCSP, "OCSP");
    put_authority(dict, certificate, NID_ad_ca_issuers, "caIssuers");
    put_revocation_lists(dict, certificate);
    return dict;
}

rt_value rt_ssl_certificate_der(X509 *certificate)
{
    unsigned char *text = NULL;
    int size = i2d_X509(certificate, &text);
    rt_value bytes = rt_bytes_new((const char *)text, size > 0 ? (size_t)size : 0);

    OPENSSL_free(text);
    return bytes;
}
