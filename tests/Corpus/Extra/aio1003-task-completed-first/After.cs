using System.Threading.Tasks;

namespace Corpus.Extra.Aio1003TaskCompletedFirst.After;

public sealed class Handshake
{
    private readonly TaskCompletionSource _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _cipher;
    private int _version;

    public Task Done => _done.Task;

    public void Complete(string cipher, int version)
    {
        _version = version;
        _cipher = cipher;
        _done.TrySetResult();
    }

    public void Fail(System.Exception error)
    {
        _done.TrySetException(error);
    }

    public async Task<string> DescribeAsync()
    {
        await Done.ConfigureAwait(false);
        return _cipher.ToLowerInvariant() + "/" + _version;
    }
}
