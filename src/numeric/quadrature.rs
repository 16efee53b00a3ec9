//! Integrals over a stretch, by the rule of Gauss and Legendre.

/// Places above 0 and weights of the rule of 32 nodes on -1 to 1; those below 0 mirror them. Zeros of the Legendre
/// polynomial of degree 32, to 40 digits, rounded (Abramowitz & Stegun 1964, *Handbook of Mathematical Functions*,
/// table 25.4, has them to 20).
const NODES: [(f64, f64); 16] = [
    (0.048_307_665_687_738_32, 0.096_540_088_514_727_8),
    (0.144_471_961_582_796_5, 0.095_638_720_079_274_86),
    (0.239_287_362_252_137_06, 0.093_844_399_080_804_57),
    (0.331_868_602_282_127_67, 0.091_173_878_695_763_89),
    (0.421_351_276_130_635_33, 0.087_652_093_004_403_81),
    (0.506_899_908_932_229_4, 0.083_311_924_226_946_75),
    (0.587_715_757_240_762_3, 0.078_193_895_787_070_31),
    (0.663_044_266_930_215_2, 0.072_345_794_108_848_5),
    (0.732_182_118_740_289_7, 0.065_822_222_776_361_85),
    (0.794_483_795_967_942_4, 0.058_684_093_478_535_544),
    (0.849_367_613_732_57, 0.050_998_059_262_376_175),
    (0.896_321_155_766_052_1, 0.042_835_898_022_226_68),
    (0.934_906_075_937_739_7, 0.034_273_862_913_021_43),
    (0.964_762_255_587_506_4, 0.025_392_065_309_262_06),
    (0.985_611_511_545_268_4, 0.016_274_394_730_905_67),
    (0.997_263_861_849_481_6, 0.007_018_610_009_470_096),
];

/// Gives the 32 nodes between `low` and `high` with their weights to `see`; the weights add up to the length of the
/// stretch. Exact for polynomials up to degree 63.
pub fn each_node(low: f64, high: f64, see: &mut dyn FnMut(f64, f64)) {
    let (middle, half) = ((low + high) / 2.0, (high - low) / 2.0);
    for (place, weight) in NODES {
        see(middle - half * place, half * weight);
        see(middle + half * place, half * weight);
    }
}

#[cfg(test)]
mod tests {
    use super::each_node;

    fn integral(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
        let mut sum = 0.0;
        each_node(low, high, &mut |place, weight| sum += weight * f(place));
        sum
    }

    /// Integrals known in closed form.
    #[test]
    fn polynomials_are_exact_and_smooth_functions_nearly() {
        assert!((integral(0.0, 1.0, |x| x.powi(63)) - 1.0 / 64.0).abs() < 1e-15);
        assert!((integral(-3.0, 1.0, |_| 1.0) - 4.0).abs() < 1e-14);
        assert!((integral(0.0, 1.0, libm::exp) - (core::f64::consts::E - 1.0)).abs() < 1e-14);
        assert!((integral(0.0, 1.0, |x| 1.0 / (1.0 + 15.0 * x)) - libm::log(16.0) / 15.0).abs() < 1e-14);
    }
}
