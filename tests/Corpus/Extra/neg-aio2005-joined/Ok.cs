using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005Joined;

public sealed class Summer
{
    private decimal _sum;

    public decimal Sum(decimal[] values)
    {
        var worker = new Thread(() =>
        {
            decimal sum = 0;
            foreach (decimal value in values)
            {
                sum += value;
            }

            _sum = sum;
        });
        worker.Start();
        worker.Join();
        return _sum;
    }
}
