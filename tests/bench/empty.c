/* SPDX-License-Identifier: MIT */
/* The least that a program with these libraries costs. */
int
main(void)
{
    return 0;
}
