/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a reader sees of two colours: their contrast (WCAG 2), their difference (CIEDE2000) and
 * both as seen with a colour vision deficiency (Machado, Oliveira and Fernandes 2009, severity
 * 1, on linear RGB).  Proved against published values in test_style.c.
 */
#ifndef BLOC_UNIT_COLOUR_VISION_H
#define BLOC_UNIT_COLOUR_VISION_H

#include <math.h>
#include <stdio.h>

#define COLOUR_PI 3.14159265358979323846

enum vision {
    VISION_NORMAL,
    VISION_PROTAN,
    VISION_DEUTAN,
    VISION_TRITAN,
    VISION_COUNT,
};

/* Linear RGB, or CIE L*a*b* under D65. */
struct triple {
    double at[3];
};

static const double vision_matrices[VISION_COUNT][3][3] = {
    [VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                       {0.114503, 0.786281, 0.099216},
                       {-0.003882, -0.048116, 1.051998}},
    [VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                       {0.280085, 0.672501, 0.047413},
                       {-0.011820, 0.042940, 0.968881}},
    [VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                       {-0.078411, 0.930809, 0.147602},
                       {0.004733, 0.691367, 0.303900}},
};

static inline struct triple colour_multiply(const double matrix[3][3], struct triple vector)
{
    struct triple result = {{0}};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            result.at[i] += matrix[i][j] * vector.at[j];
    return result;
}

/* "#RRGGBB" as linear RGB (IEC 61966-2-1). */
static inline struct triple colour_linear(const char *hex)
{
    unsigned bytes[3] = {0};
    struct triple linear;
    sscanf(hex, "#%2x%2x%2x", &bytes[0], &bytes[1], &bytes[2]);
    for (int i = 0; i < 3; i++) {
        double value = bytes[i] / 255.0;
        linear.at[i] = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
    }
    return linear;
}

static inline double colour_luminance(const char *hex)
{
    struct triple linear = colour_linear(hex);
    return 0.2126 * linear.at[0] + 0.7152 * linear.at[1] + 0.0722 * linear.at[2];
}

static inline double colour_contrast(const char *a, const char *b)
{
    double first = colour_luminance(a), second = colour_luminance(b);
    return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

static inline double colour_lab_share(double ratio)
{
    return ratio > 216.0 / 24389 ? cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
}

/* L*a*b* of linear RGB as seen with a kind of vision; what leaves the gamut is clipped. */
static inline struct triple colour_lab(struct triple linear, enum vision vision)
{
    static const double to_xyz[3][3] = {{0.4124564, 0.3575761, 0.1804375},
                                        {0.2126729, 0.7151522, 0.0721750},
                                        {0.0193339, 0.1191920, 0.9503041}};
    struct triple seen = colour_multiply(vision_matrices[vision], linear);
    for (int i = 0; i < 3; i++)
        seen.at[i] = fmin(1, fmax(0, seen.at[i]));
    struct triple xyz = colour_multiply(to_xyz, seen);
    double x = colour_lab_share(xyz.at[0] / 0.95047), y = colour_lab_share(xyz.at[1]);
    double z = colour_lab_share(xyz.at[2] / 1.08883);
    return (struct triple){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static inline double colour_hue(double a, double b)
{
    double hue = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / COLOUR_PI;
    return hue < 0 ? hue + 360 : hue;
}

static inline double colour_cosine(double degrees)
{
    return cos(degrees * COLOUR_PI / 180);
}

static inline double colour_mean_hue(double first, double second, double chroma_product)
{
    if (chroma_product == 0)
        return first + second;
    if (fabs(first - second) <= 180)
        return (first + second) / 2;
    return (first + second + (first + second < 360 ? 360 : -360)) / 2;
}

static inline double colour_seventh(double chroma)
{
    return sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7)));
}

/* CIEDE2000 with all factors 1 (Sharma, Wu and Dalal 2005, equations 2 to 22). */
static inline double colour_difference(struct triple first, struct triple second)
{
    const struct triple *lab[2] = {&first, &second};
    double a[2], chroma[2], hue[2], mean = 0;
    for (int i = 0; i < 2; i++)
        mean += hypot(lab[i]->at[1], lab[i]->at[2]) / 2;
    for (int i = 0; i < 2; i++) {
        a[i] = lab[i]->at[1] * (1 + 0.5 * (1 - colour_seventh(mean)));
        chroma[i] = hypot(a[i], lab[i]->at[2]);
        hue[i] = colour_hue(a[i], lab[i]->at[2]);
    }
    double product = chroma[0] * chroma[1], turn = product == 0 ? 0 : hue[1] - hue[0];
    turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
    double d_light = second.at[0] - first.at[0], d_chroma = chroma[1] - chroma[0];
    double d_hue = 2 * sqrt(product) * sin(turn * COLOUR_PI / 360);
    double light = (first.at[0] + second.at[0]) / 2, wide = (chroma[0] + chroma[1]) / 2;
    double mid = colour_mean_hue(hue[0], hue[1], product);
    double t = 1 - 0.17 * colour_cosine(mid - 30) + 0.24 * colour_cosine(2 * mid) +
               0.32 * colour_cosine(3 * mid + 6) - 0.20 * colour_cosine(4 * mid - 63);
    double off = (light - 50) * (light - 50);
    double s_light = 1 + 0.015 * off / sqrt(20 + off), s_chroma = 1 + 0.045 * wide;
    double s_hue = 1 + 0.015 * wide * t;
    double rotation = 30 * exp(-pow((mid - 275) / 25, 2));
    double r = -sin(2 * rotation * COLOUR_PI / 180) * 2 * colour_seventh(wide);
    double l = d_light / s_light, c = d_chroma / s_chroma, h = d_hue / s_hue;
    return sqrt(l * l + c * c + h * h + r * c * h);
}

static inline double colour_distance(const char *a, const char *b, enum vision vision)
{
    return colour_difference(colour_lab(colour_linear(a), vision),
                             colour_lab(colour_linear(b), vision));
}

#endif
