#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| epitome_fuzz::on_one_thread(
    epitome_fuzz::pdf,
    bytes
));
