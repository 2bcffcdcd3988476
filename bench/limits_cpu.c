/* The limit of the workloads that only compute: the same algorithms in plain C.
 *
 * In: the workload's name and its number, as the .py of that name takes it. Out: the same line.
 * Containers are as simple as C programmers write them: arrays, an open-addressing table with
 * cached hashes, a buffer that doubles; sorting is qsort and the same quicksort. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- sieve ----------------------------------------------------------------------------------- */
static void sieve(long n)
{
    long count = 0;
    bool *prime = malloc((size_t)n + 1);
    memset(prime, true, (size_t)n + 1);
    prime[0] = prime[1] = false;
    for (long i = 2; i * i <= n; i++)
        if (prime[i])
            for (long k = i * i; k <= n; k += i) prime[k] = false;
    for (long i = 0; i <= n; i++) count += prime[i];
    printf("%ld\n", count);
}

/* ---- n-body ---------------------------------------------------------------------------------- */
typedef struct body {
    double x, y, z, vx, vy, vz, mass;
} body;

static body bodies[5] = {
    {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743},
    {4.84143144246472, -1.16032004402742, -0.10362204447112, 0.60632639299583, 2.81198684491626,
     -0.02521836165988, 0.03769367487038},
    {8.34336671824458, 4.1247985641243, -0.4035234171143, -1.01077434617879, 1.82566237123041,
     0.00841576137658, 0.01128632613196},
    {12.8943695621391, -15.1111514016986, -0.22330757889265, 1.08279100644153, 0.86871301816960,
     -0.01083263740136, 0.00172372405705},
    {15.3796971148509, -25.9193146099879, 0.17925877295037, 0.97909073224389, 0.59469899864767,
     -0.03475595555078, 0.00203368686992},
};

static void pull(body *a, body *b, double dt)
{
    double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
    double d2 = dx * dx + dy * dy + dz * dz, mag = dt / (d2 * sqrt(d2));
    a->vx -= dx * b->mass * mag;
    a->vy -= dy * b->mass * mag;
    a->vz -= dz * b->mass * mag;
    b->vx += dx * a->mass * mag;
    b->vy += dy * a->mass * mag;
    b->vz += dz * a->mass * mag;
}

static void nbody(long n)
{
    double dt = 0.01, e = 0;
    for (long s = 0; s < n; s++) {
        for (int i = 0; i < 5; i++)
            for (int j = i + 1; j < 5; j++) pull(&bodies[i], &bodies[j], dt);
        for (int i = 0; i < 5; i++) {
            bodies[i].x += dt * bodies[i].vx;
            bodies[i].y += dt * bodies[i].vy;
            bodies[i].z += dt * bodies[i].vz;
        }
    }
    for (int i = 0; i < 5; i++) {
        body *a = &bodies[i];
        e += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < 5; j++) {
            body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            e -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    printf("%.9f\n", e);
}

/* ---- dict counting --------------------------------------------------------------------------- */
typedef struct word {
    uint64_t hash;
    char text[8];
} word;
typedef struct entry {
    const word *key;
    long count;
} entry;

static entry table[4096];
static long table_used;

static entry *find(const word *w)
{
    for (uint64_t at = w->hash;; at++) {
        entry *e = &table[at & 4095];
        if (!e->key || e->key == w || (e->key->hash == w->hash && !strcmp(e->key->text, w->text)))
            return e;
    }
}

static uint64_t hash_text(const char *text)
{
    uint64_t h = 14695981039346656037u;
    for (; *text; text++) h = (h ^ (uint8_t)*text) * 1099511628211u;
    return h;
}

static void dict_count(long n)
{
    enum { WORDS = 10000 };
    static word words[WORDS];
    long x = 12345, total = 0;
    for (int i = 0; i < WORDS; i++) {
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF;
        sprintf(words[i].text, "w%ld", x % 1000);
        words[i].hash = hash_text(words[i].text);
    }
    for (long r = 0; r < n; r++)
        for (int i = 0; i < WORDS; i++) {
            entry *e = find(&words[i]);
            if (!e->key) e->key = &words[i], table_used++;
            e->count++;
        }
    for (int i = 0; i < 4096; i++) total += table[i].count;
    word seven = {hash_text("w7"), "w7"};
    printf("%ld %ld %ld\n", table_used, total, find(&seven)->count);
}

/* ---- strings --------------------------------------------------------------------------------- */
typedef struct text {
    char *bytes;
    size_t length, room;
} text;

static void append(text *t, const char *piece, size_t length)
{
    if (t->length + length > t->room) {
        t->room = (t->length + length) * 2 + 16;
        t->bytes = realloc(t->bytes, t->room);
    }
    memcpy(t->bytes + t->length, piece, length);
    t->length += length;
}

/* Each number is a string of its own before they are joined, as in the program. */
static void strings(long n)
{
    text built = {0}, joined = {0};
    for (long i = 0; i < n; i++) {
        append(&built, "ab", 2);
        if (i % 3 == 0) append(&built, ",", 1);
    }
    char **parts = malloc((size_t)(n ? n : 1) * sizeof *parts);
    for (long i = 0; i < n; i++) {
        char digits[24];
        int length = snprintf(digits, sizeof digits, "%ld", i & 1023);
        parts[i] = memcpy(malloc((size_t)length + 1), digits, (size_t)length + 1);
    }
    for (long i = 0; i < n; i++) {
        if (i) append(&joined, ",", 1);
        append(&joined, parts[i], strlen(parts[i]));
    }
    printf("%zu %zu\n", built.length, joined.length);
}

/* ---- methods --------------------------------------------------------------------------------- */
struct counter;
struct counter_methods {
    long (*amount)(struct counter *, long);
    void (*bump)(struct counter *, long);
};
struct counter {
    const struct counter_methods *methods;
    long step, value;
};

static long counter_amount(struct counter *self, long i)
{
    return self->step + (i & 3);
}

static long double_amount(struct counter *self, long i)
{
    (void)i;
    return self->step * 2;
}

static void counter_bump(struct counter *self, long i)
{
    self->value += self->methods->amount(self, i);
}

static const struct counter_methods counter_class = {counter_amount, counter_bump};
static const struct counter_methods double_class = {double_amount, counter_bump};

static __attribute__((noinline)) long run(struct counter *c, long n)
{
    for (long i = 0; i < n; i++) c->methods->bump(c, i);
    return c->value;
}

static void methods(long n)
{
    struct counter a = {&counter_class, 1, 0}, b = {&double_class, 2, 0};
    long first = run(&a, n);
    printf("%ld %ld\n", first, run(&b, n));
}

/* ---- sorting --------------------------------------------------------------------------------- */
static long *make(long n)
{
    long *items = malloc((size_t)(n ? n : 1) * sizeof *items), x = 42;
    for (long i = 0; i < n; i++) items[i] = x = (x * 1103515245 + 12345) & 0x7FFFFFFF;
    return items;
}

static void quick(long *items, long low, long high)
{
    while (low < high) {
        long pivot = items[(low + high) / 2], i = low, j = high;
        while (i <= j) {
            while (items[i] < pivot) i++;
            while (items[j] > pivot) j--;
            if (i <= j) {
                long other = items[i];
                items[i++] = items[j];
                items[j--] = other;
            }
        }
        if (j - low < high - i)
            quick(items, low, j), low = i;
        else
            quick(items, i, high), high = j;
    }
}

static int by_value(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static void sort_list(long n)
{
    long *a = make(n), *b = make(n);
    qsort(a, (size_t)n, sizeof *a, by_value);
    quick(b, 0, n - 1);
    bool same = !memcmp(a, b, (size_t)n * sizeof *a);
    printf("%s %ld %ld %ld\n", same ? "True" : "False", a[0], a[n / 2], a[n - 1]);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(long);
    } all[] = {{"sieve", sieve},     {"nbody", nbody},     {"dict_count", dict_count},
               {"strings", strings}, {"methods", methods}, {"sort_list", sort_list}};
    for (size_t i = 0; argc > 2 && i < sizeof all / sizeof *all; i++)
        if (!strcmp(argv[1], all[i].name)) return all[i].run(atol(argv[2])), 0;
    return 2;
}
