/* struct_sequence.h: tuples whose items have names, such as sys.version_info and
 * time.struct_time. */
#ifndef ASYNCC_VALUE_STRUCT_SEQUENCE_H
#define ASYNCC_VALUE_STRUCT_SEQUENCE_H

#include "value/object.h"

/* An instance of one of the types below; its items (consumed) are as many as the type has names,
 * and any of them may be 0 where making it raised. */
rt_value rt_struct_new(rt_type *type, const rt_value *items);

extern rt_type rt_version_info_type, rt_float_info_type, rt_struct_time_type, rt_stat_result_type,
    rt_statvfs_result_type, rt_uname_result_type, rt_times_result_type, rt_terminal_size_type,
    rt_flags_type, rt_int_info_type, rt_hash_info_type, rt_struct_rusage_type;

#define RT_STRUCT_MOST 19 /* names that one of them has at most */

/* struct_time: the items that are part of the tuple, and those that have only a name. */
#define RT_TIME_ITEMS 9
#define RT_TIME_NAMES 11

#endif
