/* "Did you mean": edit distance, and the nearest of many candidates. */
#include "base/diag.h"

#include <string.h>

enum { LONGEST = 64 };

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* One row of the optimal string alignment table; gives the smallest entry of the row. */
static uint32_t next_row(uint32_t *row, const uint32_t *last, const uint32_t *before_last,
                         const char *a, size_t i, const char *b, size_t b_length)
{
    uint32_t least = row[0] = (uint32_t)i;
    for (size_t j = 1; j <= b_length; j++) {
        uint32_t cost = a[i - 1] != b[j - 1];
        row[j] = smaller(smaller(last[j], row[j - 1]) + 1, last[j - 1] + cost);
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped) row[j] = smaller(row[j], before_last[j - 2] + 1);
        least = smaller(least, row[j]);
    }
    return least;
}

uint32_t edit_distance(const char *a, const char *b, uint32_t limit)
{
    size_t a_length = strlen(a), b_length = strlen(b);
    size_t gap = a_length > b_length ? a_length - b_length : b_length - a_length;
    if (gap > limit || a_length > LONGEST || b_length > LONGEST) return limit + 1;
    uint32_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) rows[0][j] = (uint32_t)j;
    for (size_t i = 1; i <= a_length; i++) {
        const uint32_t *before_last = rows[(i + 1) % 3];
        if (next_row(rows[i % 3], rows[(i - 1) % 3], before_last, a, i, b, b_length) > limit)
            return limit + 1;
    }
    return smaller(rows[a_length % 3][b_length], limit + 1);
}

/* A third of the letters may be wrong; of one or two letters, none. */
nearest nearest_to(const char *text)
{
    size_t length = strlen(text);
    return (nearest){.text = text, .distance = (uint32_t)(length / 3 > 3 ? 3 : length / 3) + 1};
}

void nearest_offer(nearest *n, const char *candidate)
{
    if (n->distance == 0) return;
    uint32_t distance = edit_distance(n->text, candidate, n->distance - 1);
    if (distance < n->distance) {
        n->best = candidate;
        n->distance = distance;
    }
}
