/* itertools.h: the types of the module itertools. */
#ifndef ASYNCC_LIB_ITERTOOLS_H
#define ASYNCC_LIB_ITERTOOLS_H

#include "value/object.h"

/* itertools.c: generators of values */
extern rt_type rt_accumulate_type, rt_chain_type, rt_count_type, rt_cycle_type, rt_islice_type,
    rt_pairwise_type, rt_repeat_type, rt_zip_longest_type;
/* itertools_select.c: iterators that leave out or call */
extern rt_type rt_compress_type, rt_dropwhile_type, rt_filterfalse_type, rt_starmap_type,
    rt_takewhile_type;
/* itertools_combine.c */
extern rt_type rt_combinations_type, rt_combinations_with_replacement_type, rt_permutations_type,
    rt_product_type;
/* itertools_group.c */
extern rt_type rt_groupby_type, rt_grouper_type, rt_tee_type, rt_tee_data_type;

#endif
