using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio4002LambdaLocal.After;

public sealed class Batch
{
    private long _sum;

    public long Sum => Interlocked.Read(ref _sum);

    public void Start(int[][] parts)
    {
        foreach (int[] part in parts)
        {
            Task.Run(() =>
            {
                long sum = 0;
                foreach (int value in part)
                {
                    sum += value;
                }

                Interlocked.Add(ref _sum, sum);
            });
        }
    }
}
