using System.Threading;

namespace Corpus.Extra.NegAio3007TableBehindFlag;

/// <summary>The table is stored before it is filled, but nobody takes it without the lock before the flag is set.</summary>
public sealed class ChecksumTable
{
    private readonly object _sync = new object();
    private readonly uint _polynomial;
    private uint[] _table;
    private bool _filled;

    public ChecksumTable(uint polynomial) => _polynomial = polynomial;

    public uint[] Table
    {
        get
        {
            if (Volatile.Read(ref _filled))
                return _table;

            lock (_sync)
            {
                if (_table == null)
                {
                    _table = new uint[256];
                    for (uint i = 0; i < 256; i++)
                        _table[i] = Entry(i);
                    Volatile.Write(ref _filled, true);
                }

                return _table;
            }
        }
    }

    private uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? _polynomial ^ (value >> 1) : value >> 1;
        return value;
    }
}
