using System.Runtime.CompilerServices;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>The bits of words of any size.</summary>
internal static class Bits
{
    public static ulong Read(ref readonly byte from, int size) => size switch
    {
        1 => from,
        2 => Unsafe.ReadUnaligned<ushort>(in from),
        4 => Unsafe.ReadUnaligned<uint>(in from),
        _ => Unsafe.ReadUnaligned<ulong>(in from),
    };

    public static void Write(ref byte to, int size, ulong bits)
    {
        switch (size)
        {
            case 1: to = (byte)bits; break;
            case 2: Unsafe.WriteUnaligned(ref to, (ushort)bits); break;
            case 4: Unsafe.WriteUnaligned(ref to, (uint)bits); break;
            default: Unsafe.WriteUnaligned(ref to, bits); break;
        }
    }
}
